package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	core "k8s.io/api/core/v1"
	storage "k8s.io/api/storage/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/sig-storage-lib-external-provisioner/v13/controller"
)

func provision(t *testing.T, volumes *volumes) *core.PersistentVolume {
	t.Helper()
	reclaim := core.PersistentVolumeReclaimDelete
	volume, _, err := volumes.Provision(context.Background(), controller.ProvisionOptions{
		PVName:       "pvc-1",
		PVC:          &core.PersistentVolumeClaim{ObjectMeta: meta.ObjectMeta{Namespace: "store-a", Name: "shop"}},
		StorageClass: &storage.StorageClass{ReclaimPolicy: &reclaim},
	})
	if err != nil {
		t.Fatal(err)
	}
	return volume
}

func open(t *testing.T) (*volumes, string) {
	t.Helper()
	root := filepath.Join(t.TempDir(), "volumes")
	opened, err := openVolumes(root, "node")
	if err != nil {
		t.Fatal(err)
	}
	return opened, root
}

func TestVolumeIsADirectoryThatAnyUserCanWriteTo(t *testing.T) {
	volumes, root := open(t)
	path := provision(t, volumes).Spec.HostPath.Path
	if path != filepath.Join(root, "store-a_shop_pvc-1") {
		t.Errorf("it lies in %s", path)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o777 {
		t.Errorf("got %v, %v", info, err)
	}
	if again := provision(t, volumes); again.Spec.HostPath.Path != path {
		t.Error("asked twice, it makes two")
	}
}

func TestDeletedVolumeRemovesOnlyItsOwnContent(t *testing.T) {
	volumes, root := open(t)
	volume := provision(t, volumes)
	outside := filepath.Join(filepath.Dir(root), "kept")
	for _, err := range []error{
		os.WriteFile(outside, nil, 0o600),
		os.MkdirAll(filepath.Join(volume.Spec.HostPath.Path, "a/b"), 0o700),
		os.Symlink(filepath.Dir(root), filepath.Join(volume.Spec.HostPath.Path, "a/link")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := volumes.Delete(context.Background(), volume); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(volume.Spec.HostPath.Path); !os.IsNotExist(err) {
		t.Errorf("the directory is still there: %v", err)
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error("what its link led to is gone")
	}
	if err := volumes.Delete(context.Background(), volume); err != nil {
		t.Errorf("deleting it twice fails: %v", err)
	}
}

func TestVolumeOutsideOfTheDirectoryIsNotDeleted(t *testing.T) {
	volumes, _ := open(t)
	volume := provision(t, volumes)
	for _, path := range []string{"/etc", volumes.root.Name(), volume.Spec.HostPath.Path + "/sub", volumes.root.Name() + "/../x", volumes.root.Name() + "/.."} {
		volume.Spec.HostPath.Path = path
		if err := volumes.Delete(context.Background(), volume); err == nil {
			t.Errorf("%s was accepted", path)
		}
	}
}
