package main

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	networking "k8s.io/api/networking/v1"
)

// route is one entry of the routing table.
type route struct {
	host      string // empty: any host
	path      string
	exact     bool
	endpoints []string
	// 0: the default.
	maxBodyBytes int64
}

// bodyLimit returns the size of the largest request body in bytes.
func (r route) bodyLimit() int64 {
	return cmp.Or(r.maxBodyBytes, defaultMaxBodyBytes)
}

// bodySizeAnnotation is an Ingress's own limit of request bodies in MiB, such as 136m.
const bodySizeAnnotation = "storeyard.dev/max-body-size"

var bodySize = regexp.MustCompile(`^([1-9][0-9]{0,5})m$`)

// ownBodyLimit returns the limit of an Ingress in bytes, or 0 without a valid annotation.
func ownBodyLimit(ingress *networking.Ingress) int64 {
	found := bodySize.FindStringSubmatch(ingress.Annotations[bodySizeAnnotation])
	if found == nil {
		return 0
	}
	mib, _ := strconv.ParseInt(found[1], 10, 64)
	return mib << 20
}

type findEndpoints func(namespace string, backend *networking.IngressServiceBackend) []string

// buildRoutes sorts the routes so that the first match is the right one: named
// hosts before wildcards before any host, exact paths before prefixes, longer
// paths before shorter ones. Of two equal routes, the first one is kept.
func buildRoutes(ingresses []*networking.Ingress, endpoints findEndpoints) []route {
	var routes []route
	for _, ingress := range ingresses {
		for _, rule := range ingress.Spec.Rules {
			if rule.HTTP == nil {
				continue
			}
			for _, path := range rule.HTTP.Paths {
				if path.Backend.Service == nil {
					continue
				}
				routes = append(routes, route{
					host:      strings.ToLower(rule.Host),
					path:      cmp.Or(path.Path, "/"),
					exact:     path.PathType != nil && *path.PathType == networking.PathTypeExact,
					endpoints: endpoints(ingress.Namespace, path.Backend.Service),

					maxBodyBytes: ownBodyLimit(ingress),
				})
			}
		}
		if fallback := ingress.Spec.DefaultBackend; fallback != nil && fallback.Service != nil {
			for _, host := range hostsOf(ingress) {
				routes = append(routes, route{
					host:         host,
					path:         "/",
					endpoints:    endpoints(ingress.Namespace, fallback.Service),
					maxBodyBytes: ownBodyLimit(ingress),
				})
			}
		}
	}
	slices.SortStableFunc(routes, compareRoutes)
	return slices.CompactFunc(routes, func(a, b route) bool { return compareRoutes(a, b) == 0 })
}

// hostsOf returns the hosts of a default backend: those of the rules, or any host
// if there are no rules.
func hostsOf(ingress *networking.Ingress) []string {
	hosts := make([]string, 0, len(ingress.Spec.Rules))
	for _, rule := range ingress.Spec.Rules {
		hosts = append(hosts, strings.ToLower(rule.Host))
	}
	if len(hosts) == 0 {
		return []string{""}
	}
	return hosts
}

func compareRoutes(a, b route) int {
	return cmp.Or(
		cmp.Compare(hostRank(a.host), hostRank(b.host)),
		cmp.Compare(a.host, b.host),
		-cmp.Compare(boolRank(a.exact), boolRank(b.exact)),
		-cmp.Compare(len(a.path), len(b.path)),
		cmp.Compare(a.path, b.path),
	)
}

func hostRank(host string) int {
	switch {
	case host == "":
		return 2
	case strings.HasPrefix(host, "*."):
		return 1
	default:
		return 0
	}
}

func boolRank(value bool) int {
	if value {
		return 1
	}
	return 0
}
