// Command certificates creates the local cluster's certificate authority and the
// certificates that it signs. It keeps a certificate that fits the request and
// is valid for another month, so a second run changes nothing.
//
//	certificates -dir DIR < requests.json
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"slices"
	"time"
)

const (
	validFor  = 10 * 365 * 24 * time.Hour
	renewFrom = 30 * 24 * time.Hour
)

type request struct {
	Name         string   `json:"name"`
	CommonName   string   `json:"commonName"`
	Organization string   `json:"organization"`
	Hosts        []string `json:"hosts"`
	Addresses    []string `json:"addresses"`
}

type pair struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func main() {
	dir := flag.String("dir", "", "where the files are kept")
	flag.Parse()
	if err := run(*dir); err != nil {
		fmt.Fprintln(os.Stderr, "certificates:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		return fmt.Errorf("read the requests: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	authority, err := ensureAuthority(dir)
	if err != nil {
		return err
	}
	for _, wanted := range requests {
		if err := ensureSigned(dir, authority, wanted); err != nil {
			return fmt.Errorf("%s: %w", wanted.Name, err)
		}
	}
	return ensureServiceAccountKeys(dir)
}

func ensureAuthority(dir string) (*pair, error) {
	if found, err := readPair(dir, "ca"); err == nil && found.fresh() {
		return found, nil
	}
	template, err := newTemplate("storeyard-local-ca", "")
	if err != nil {
		return nil, err
	}
	template.IsCA = true
	template.BasicConstraintsValid = true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature
	return writePair(dir, "ca", template, nil)
}

func ensureSigned(dir string, authority *pair, wanted request) error {
	found, err := readPair(dir, wanted.Name)
	if err == nil && found.fresh() && found.fits(wanted) && found.certificate.CheckSignatureFrom(authority.certificate) == nil {
		return nil
	}
	template, err := newTemplate(wanted.CommonName, wanted.Organization)
	if err != nil {
		return err
	}
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}
	if len(wanted.Hosts)+len(wanted.Addresses) > 0 {
		template.ExtKeyUsage = append(template.ExtKeyUsage, x509.ExtKeyUsageServerAuth)
	}
	template.DNSNames = wanted.Hosts
	for _, address := range wanted.Addresses {
		ip := net.ParseIP(address)
		if ip == nil {
			return fmt.Errorf("%q is not an IP address", address)
		}
		template.IPAddresses = append(template.IPAddresses, ip)
	}
	_, err = writePair(dir, wanted.Name, template, authority)
	return err
}

// ensureServiceAccountKeys writes the key that signs the tokens of service accounts.
func ensureServiceAccountKeys(dir string) error {
	private := filepath.Join(dir, "service-accounts.key")
	public := filepath.Join(dir, "service-accounts.pub")
	if exists(private) && exists(public) {
		return nil
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	encoded, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	if err := writeFile(public, "PUBLIC KEY", encoded, 0o644); err != nil {
		return err
	}
	return writeKey(private, key)
}

func newTemplate(commonName, organization string) (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	subject := pkix.Name{CommonName: commonName}
	if organization != "" {
		subject.Organization = []string{organization}
	}
	now := time.Now()
	return &x509.Certificate{
		SerialNumber: serial,
		Subject:      subject,
		NotBefore:    now.Add(-time.Hour),
		NotAfter:     now.Add(validFor),
	}, nil
}

func (p *pair) fresh() bool {
	now := time.Now()
	return now.After(p.certificate.NotBefore) && now.Add(renewFrom).Before(p.certificate.NotAfter)
}

func (p *pair) fits(wanted request) bool {
	var organization []string
	if wanted.Organization != "" {
		organization = []string{wanted.Organization}
	}
	var addresses []string
	for _, ip := range p.certificate.IPAddresses {
		addresses = append(addresses, ip.String())
	}
	return p.certificate.Subject.CommonName == wanted.CommonName &&
		slices.Equal(p.certificate.Subject.Organization, organization) &&
		slices.Equal(p.certificate.DNSNames, wanted.Hosts) &&
		slices.Equal(addresses, wanted.Addresses)
}
