package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
)

func readPair(dir, name string) (*pair, error) {
	certificatePEM, err := os.ReadFile(filepath.Join(dir, name+".crt"))
	if err != nil {
		return nil, err
	}
	keyPEM, err := os.ReadFile(filepath.Join(dir, name+".key"))
	if err != nil {
		return nil, err
	}
	certificateBlock, _ := pem.Decode(certificatePEM)
	keyBlock, _ := pem.Decode(keyPEM)
	if certificateBlock == nil || keyBlock == nil {
		return nil, errors.New("no PEM block")
	}
	certificate, err := x509.ParseCertificate(certificateBlock.Bytes)
	if err != nil {
		return nil, err
	}
	key, err := x509.ParseECPrivateKey(keyBlock.Bytes)
	if err != nil {
		return nil, err
	}
	if !key.PublicKey.Equal(certificate.PublicKey) {
		return nil, errors.New("the key belongs to another certificate")
	}
	return &pair{certificate, key}, nil
}

// writePair signs template with authority, or with its own key where authority is nil.
func writePair(dir, name string, template *x509.Certificate, authority *pair) (*pair, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	parent, signer := template, key
	if authority != nil {
		parent, signer = authority.certificate, authority.key
	}
	signed, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		return nil, err
	}
	certificate, err := x509.ParseCertificate(signed)
	if err != nil {
		return nil, err
	}
	if err := writeKey(filepath.Join(dir, name+".key"), key); err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(dir, name+".crt"), "CERTIFICATE", signed, 0o644); err != nil {
		return nil, err
	}
	return &pair{certificate, key}, nil
}

func writeKey(path string, key *ecdsa.PrivateKey) error {
	encoded, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	return writeFile(path, "EC PRIVATE KEY", encoded, 0o600)
}

func writeFile(path, kind string, content []byte, mode os.FileMode) error {
	var encoded bytes.Buffer
	if err := pem.Encode(&encoded, &pem.Block{Type: kind, Bytes: content}); err != nil {
		return err
	}
	fresh := path + ".new"
	if err := os.WriteFile(fresh, encoded.Bytes(), mode); err != nil {
		return err
	}
	return os.Rename(fresh, path)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
