package main

import (
	"crypto/x509"
	"os"
	"path/filepath"
	"testing"
)

var server = request{Name: "server", CommonName: "api", Hosts: []string{"localhost"}, Addresses: []string{"10.244.0.1"}}

func ensure(t *testing.T, dir string, requests ...request) {
	t.Helper()
	authority, err := ensureAuthority(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, wanted := range requests {
		if err := ensureSigned(dir, authority, wanted); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir, name string) *pair {
	t.Helper()
	found, err := readPair(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSignedCertificateIsTrustedForItsHostsOnly(t *testing.T) {
	dir := t.TempDir()
	ensure(t, dir, server)
	roots := x509.NewCertPool()
	roots.AddCert(read(t, dir, "ca").certificate)
	certificate := read(t, dir, "server").certificate
	for host, trusted := range map[string]bool{"localhost": true, "10.244.0.1": true, "example.com": false} {
		_, err := certificate.Verify(x509.VerifyOptions{DNSName: host, Roots: roots})
		if (err == nil) != trusted {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestClientCertificateIsRefusedForServers(t *testing.T) {
	dir := t.TempDir()
	ensure(t, dir, request{Name: "admin", CommonName: "admin", Organization: "system:masters"})
	certificate := read(t, dir, "admin").certificate
	if len(certificate.ExtKeyUsage) != 1 || certificate.ExtKeyUsage[0] != x509.ExtKeyUsageClientAuth {
		t.Errorf("it may be used for %v", certificate.ExtKeyUsage)
	}
	if got := certificate.Subject.Organization; len(got) != 1 || got[0] != "system:masters" {
		t.Errorf("its organization is %v", got)
	}
}

func TestValidCertificateIsKept(t *testing.T) {
	dir := t.TempDir()
	ensure(t, dir, server)
	first := read(t, dir, "server").certificate.SerialNumber
	ensure(t, dir, server)
	if first.Cmp(read(t, dir, "server").certificate.SerialNumber) != 0 {
		t.Error("it was made again")
	}
}

func TestCertificateIsRenewedForAnotherAddressOrAuthority(t *testing.T) {
	dir := t.TempDir()
	ensure(t, dir, server)
	first := read(t, dir, "server").certificate.SerialNumber
	moved := server
	moved.Addresses = []string{"10.202.0.1"}
	ensure(t, dir, moved)
	second := read(t, dir, "server").certificate.SerialNumber
	if first.Cmp(second) == 0 {
		t.Error("the old address stayed")
	}
	if err := os.Remove(filepath.Join(dir, "ca.crt")); err != nil {
		t.Fatal(err)
	}
	ensure(t, dir, moved)
	if second.Cmp(read(t, dir, "server").certificate.SerialNumber) == 0 {
		t.Error("the old authority's signature stayed")
	}
}

func TestKeyFilesAreReadableByTheirOwnerOnly(t *testing.T) {
	dir := t.TempDir()
	ensure(t, dir, server)
	if err := ensureServiceAccountKeys(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ca.key", "server.key", "service-accounts.key"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
}
