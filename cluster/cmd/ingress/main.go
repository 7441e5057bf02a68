// Command ingress is the local cluster's ingress controller. It watches Ingress,
// Service and EndpointSlice objects and configures a Caddy server accordingly.
package main

import (
	"context"
	"flag"
	"os/signal"
	"syscall"
	"time"

	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
)

const (
	// debounce groups changes that arrive together, such as an Ingress and its Service.
	debounce = 10 * time.Millisecond
	// checkEvery limits how long a restarted Caddy has no routes.
	checkEvery = 2 * time.Second
)

func main() {
	kubeconfig := flag.String("kubeconfig", "", "how to reach the API server")
	class := flag.String("class", "", "the name of the IngressClass to serve")
	admin := flag.String("admin", "", "the unix socket of Caddy's admin API")
	storage := flag.String("storage", "", "where Caddy keeps its certificates")
	httpAddress := flag.String("http", "", "the address to serve HTTP on")
	httpsAddress := flag.String("https", "", "the address to serve HTTPS on")
	address := flag.String("address", "", "the address written to the status of an Ingress")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		klog.Fatalf("Can't read the kubeconfig: %v", err)
	}
	config.QPS, config.Burst = 200, 400
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		klog.Fatalf("Can't create a client: %v", err)
	}
	server := newCaddy(*admin, listeners{http: *httpAddress, https: *httpsAddress, storage: *storage})
	watchAndServe(ctx, client, *class, *address, server)
}

func watchAndServe(ctx context.Context, client kubernetes.Interface, class, address string, server *caddy) {
	factory := informers.NewSharedInformerFactory(client, 0)
	ingresses := factory.Networking().V1().Ingresses()
	services := factory.Core().V1().Services()
	slices := factory.Discovery().V1().EndpointSlices()
	slices.Informer().AddIndexers(cache.Indexers{byService: indexByService})

	changed := make(chan struct{}, 1)
	notify := func(any) {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	for _, informer := range []cache.SharedIndexInformer{ingresses.Informer(), services.Informer(), slices.Informer()} {
		informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
			AddFunc:    notify,
			UpdateFunc: func(_, object any) { notify(object) },
			DeleteFunc: notify,
		})
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())

	seen := &clusterView{class: class, ingresses: ingresses.Lister(), services: services.Lister(), slices: slices.Informer().GetIndexer()}
	ticker := time.NewTicker(checkEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			time.Sleep(debounce)
		case <-ticker.C:
			if server.inSync(ctx) {
				continue
			}
		}
		served := seen.list()
		if err := server.serve(ctx, buildRoutes(served, seen.endpoints)); err != nil {
			klog.Errorf("Caddy rejected the routes: %v", err)
			continue
		}
		for _, ingress := range served {
			if err := writeStatus(ctx, client, ingress, address); err != nil {
				klog.Errorf("Can't write the status of %s/%s: %v", ingress.Namespace, ingress.Name, err)
			}
		}
	}
}

const byService = "service"

func indexByService(object any) ([]string, error) {
	slice := object.(*discovery.EndpointSlice)
	return []string{slice.Namespace + "/" + slice.Labels[discovery.LabelServiceName]}, nil
}

func isOfClass(ingress *networking.Ingress, class string) bool {
	return ingress.Spec.IngressClassName != nil && *ingress.Spec.IngressClassName == class
}
