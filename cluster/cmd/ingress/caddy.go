package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// adminHost is the Host header that the admin API accepts.
const adminHost = "caddy"

// caddy is the running server, reached through its admin API on a unix socket.
type caddy struct {
	admin  string
	listen listeners
	client *http.Client
	loaded []byte
}

func newCaddy(admin string, listen listeners) *caddy {
	dialer := &net.Dialer{}
	transport := &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return dialer.DialContext(ctx, "unix", admin)
		},
		// A reload replaces the admin server too, and closes its connections.
		DisableKeepAlives: true,
	}
	return &caddy{admin: admin, listen: listen, client: &http.Client{Transport: transport, Timeout: 10 * time.Second}}
}

// serve loads a configuration for the routes, unless it is loaded already.
// Caddy replaces it in place: listeners stay open and running requests finish.
func (c *caddy) serve(ctx context.Context, routes []route) error {
	config, err := json.Marshal(renderConfig(c.admin, c.listen, routes))
	if err != nil {
		return err
	}
	if bytes.Equal(config, c.loaded) {
		return nil
	}
	if _, err := c.call(ctx, http.MethodPost, "/load", config); err != nil {
		c.loaded = nil
		return err
	}
	c.loaded = config
	return nil
}

// inSync reports whether Caddy has the configuration that was loaded last. A
// restarted Caddy does not.
func (c *caddy) inSync(ctx context.Context) bool {
	current, err := c.call(ctx, http.MethodGet, "/config/", nil)
	if err == nil && bytes.Equal(bytes.TrimSpace(current), c.loaded) {
		return true
	}
	c.loaded = nil
	return false
}

func (c *caddy) call(ctx context.Context, method, path string, body []byte) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, "http://"+adminHost+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s: %s: %s", method, path, response.Status, bytes.TrimSpace(answer))
	}
	return answer, nil
}
