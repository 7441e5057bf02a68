package main

import (
	"context"
	"net"
	"slices"
	"strconv"

	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
	networkinglisters "k8s.io/client-go/listers/networking/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/klog/v2"
)

// clusterView reads from the informers' caches.
type clusterView struct {
	class     string
	ingresses networkinglisters.IngressLister
	services  corelisters.ServiceLister
	slices    cache.Indexer
}

// list returns the Ingress objects to serve, the oldest first, so that the oldest
// one with a host keeps it.
func (v *clusterView) list() []*networking.Ingress {
	all, err := v.ingresses.List(labels.Everything())
	if err != nil {
		klog.Errorf("Can't list Ingress objects: %v", err)
	}
	ours := slices.DeleteFunc(slices.Clone(all), func(ingress *networking.Ingress) bool {
		return !isOfClass(ingress, v.class)
	})
	slices.SortFunc(ours, func(a, b *networking.Ingress) int {
		if order := a.CreationTimestamp.Compare(b.CreationTimestamp.Time); order != 0 {
			return order
		}
		return compareNames(a, b)
	})
	return ours
}

func compareNames(a, b *networking.Ingress) int {
	return slices.Compare([]string{a.Namespace, a.Name}, []string{b.Namespace, b.Name})
}

// endpoints returns the ready addresses of a backend, sorted. It returns none if
// the Service or its port is missing.
func (v *clusterView) endpoints(namespace string, backend *networking.IngressServiceBackend) []string {
	service, err := v.services.Services(namespace).Get(backend.Name)
	if err != nil {
		return nil
	}
	portName, found := findPortName(service, backend.Port)
	if !found {
		return nil
	}
	objects, err := v.slices.ByIndex(byService, namespace+"/"+backend.Name)
	if err != nil {
		return nil
	}
	var addresses []string
	for _, object := range objects {
		addresses = append(addresses, readyAddresses(object.(*discovery.EndpointSlice), portName)...)
	}
	slices.Sort(addresses)
	return slices.Compact(addresses)
}

func findPortName(service *core.Service, wanted networking.ServiceBackendPort) (string, bool) {
	for _, port := range service.Spec.Ports {
		if (wanted.Name != "" && port.Name == wanted.Name) || (wanted.Name == "" && port.Port == wanted.Number) {
			return port.Name, true
		}
	}
	return "", false
}

func readyAddresses(slice *discovery.EndpointSlice, portName string) []string {
	var found []string
	for _, port := range slice.Ports {
		if port.Port == nil || port.Name == nil || *port.Name != portName {
			continue
		}
		for _, endpoint := range slice.Endpoints {
			if endpoint.Conditions.Ready != nil && !*endpoint.Conditions.Ready {
				continue
			}
			for _, address := range endpoint.Addresses {
				found = append(found, net.JoinHostPort(address, strconv.Itoa(int(*port.Port))))
			}
		}
	}
	return found
}

// writeStatus writes the address to an Ingress, after Caddy serves it.
func writeStatus(ctx context.Context, client kubernetes.Interface, ingress *networking.Ingress, address string) error {
	wanted := []networking.IngressLoadBalancerIngress{{IP: address}}
	current := ingress.Status.LoadBalancer.Ingress
	if len(current) == 1 && current[0].IP == address {
		return nil
	}
	updated := ingress.DeepCopy()
	updated.Status.LoadBalancer.Ingress = wanted
	_, err := client.NetworkingV1().Ingresses(ingress.Namespace).UpdateStatus(ctx, updated, meta.UpdateOptions{})
	return err
}
