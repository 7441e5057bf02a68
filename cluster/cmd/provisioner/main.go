// Command provisioner creates the local cluster's volumes. It runs on the only
// node, so a volume is a directory that it creates and removes itself. Rancher's
// provisioner needs a helper pod for that, which takes three seconds per volume.
package main

import (
	"context"
	"flag"
	"os/signal"
	"syscall"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
	"sigs.k8s.io/sig-storage-lib-external-provisioner/v13/controller"
)

func main() {
	kubeconfig := flag.String("kubeconfig", "", "how to reach the API server")
	root := flag.String("root", "", "the directory that holds the volumes")
	node := flag.String("node", "", "the name of the node that this machine is")
	name := flag.String("name", "", "the provisioner's name in its StorageClass")
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
	volumes, err := openVolumes(*root, *node)
	if err != nil {
		klog.Fatalf("Can't open the volumes' directory: %v", err)
	}
	controller.NewProvisionController(ctx, client, *name, volumes,
		controller.LeaderElection(false),
		controller.Threadiness(8),
		controller.RetryIntervalMax(10*time.Second),
	).Run(ctx)
}
