package main

import (
	"fmt"
	"slices"
	"testing"

	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func ingress(name string, rules ...networking.IngressRule) *networking.Ingress {
	return &networking.Ingress{ObjectMeta: meta.ObjectMeta{Name: name, Namespace: name}, Spec: networking.IngressSpec{Rules: rules}}
}

func rule(host string, paths ...networking.HTTPIngressPath) networking.IngressRule {
	return networking.IngressRule{Host: host, IngressRuleValue: networking.IngressRuleValue{HTTP: &networking.HTTPIngressRuleValue{Paths: paths}}}
}

func path(kind networking.PathType, path, service string) networking.HTTPIngressPath {
	backend := networking.IngressBackend{Service: &networking.IngressServiceBackend{Name: service}}
	return networking.HTTPIngressPath{Path: path, PathType: &kind, Backend: backend}
}

func byName(namespace string, backend *networking.IngressServiceBackend) []string {
	return []string{namespace + "/" + backend.Name}
}

func describe(routes []route) []string {
	var lines []string
	for _, one := range routes {
		lines = append(lines, fmt.Sprintf("%s %s %t %v", one.host, one.path, one.exact, one.endpoints))
	}
	return lines
}

func assertLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestMostSpecificRouteComesFirst(t *testing.T) {
	routes := buildRoutes([]*networking.Ingress{
		ingress("a", rule("", path(networking.PathTypePrefix, "/", "any"))),
		ingress("b", rule("*.localhost", path(networking.PathTypePrefix, "/", "wild"))),
		ingress("c", rule("shop.localhost",
			path(networking.PathTypePrefix, "/", "shop"),
			path(networking.PathTypePrefix, "/wp-admin", "admin"),
			path(networking.PathTypeExact, "/", "front"))),
	}, byName)
	assertLines(t, describe(routes), []string{
		"shop.localhost / true [c/front]",
		"shop.localhost /wp-admin false [c/admin]",
		"shop.localhost / false [c/shop]",
		"*.localhost / false [b/wild]",
		" / false [a/any]",
	})
}

func TestFirstIngressThatClaimsAHostKeepsIt(t *testing.T) {
	routes := buildRoutes([]*networking.Ingress{
		ingress("first", rule("Shop.localhost", path(networking.PathTypePrefix, "/", "shop"))),
		ingress("second", rule("shop.localhost", path(networking.PathTypePrefix, "/", "shop"))),
	}, byName)
	assertLines(t, describe(routes), []string{"shop.localhost / false [first/shop]"})
}

func TestDefaultBackendComesAfterTheRules(t *testing.T) {
	withDefault := ingress("a", rule("shop.localhost", path(networking.PathTypePrefix, "/blog", "blog")))
	withDefault.Spec.DefaultBackend = &networking.IngressBackend{Service: &networking.IngressServiceBackend{Name: "rest"}}
	assertLines(t, describe(buildRoutes([]*networking.Ingress{withDefault}, byName)), []string{
		"shop.localhost /blog false [a/blog]",
		"shop.localhost / false [a/rest]",
	})
}

func TestOnlyReadyAddressesOfTheRightPortAreServed(t *testing.T) {
	ready, notReady := true, false
	httpName, otherName := "http", "metrics"
	httpPort, otherPort := int32(8080), int32(9090)
	slice := &discovery.EndpointSlice{
		Ports: []discovery.EndpointPort{{Name: &otherName, Port: &otherPort}, {Name: &httpName, Port: &httpPort}},
		Endpoints: []discovery.Endpoint{
			{Addresses: []string{"10.244.0.5"}, Conditions: discovery.EndpointConditions{Ready: &ready}},
			{Addresses: []string{"10.244.0.6"}, Conditions: discovery.EndpointConditions{Ready: &notReady}},
			{Addresses: []string{"10.244.0.7"}},
		},
	}
	assertLines(t, readyAddresses(slice, "http"), []string{"10.244.0.5:8080", "10.244.0.7:8080"})
}

func TestBackendPortIsNameOrNumber(t *testing.T) {
	service := &core.Service{Spec: core.ServiceSpec{Ports: []core.ServicePort{{Name: "http", Port: 80}}}}
	for _, wanted := range []networking.ServiceBackendPort{{Name: "http"}, {Number: 80}} {
		if name, found := findPortName(service, wanted); !found || name != "http" {
			t.Errorf("%v was not found", wanted)
		}
	}
	for _, wanted := range []networking.ServiceBackendPort{{Name: "https"}, {Number: 8080}} {
		if _, found := findPortName(service, wanted); found {
			t.Errorf("%v was found", wanted)
		}
	}
}

func TestAnnotationSetsTheLargestBody(t *testing.T) {
	for annotation, wanted := range map[string]int64{"": 64 << 20, "136m": 136 << 20, "12": 64 << 20, "0m": 64 << 20} {
		one := ingress("a", rule("shop.localhost", path(networking.PathTypePrefix, "/", "shop")))
		one.Annotations = map[string]string{bodySizeAnnotation: annotation}
		if got := buildRoutes([]*networking.Ingress{one}, byName)[0].bodyLimit(); got != wanted {
			t.Errorf("%q allows %d bytes instead of %d", annotation, got, wanted)
		}
	}
}
