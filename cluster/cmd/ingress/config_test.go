package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestConfigurationListensOnlyOnGivenAddresses(t *testing.T) {
	rendered := render(t, nil)
	for _, wanted := range []string{`"listen":["127.0.0.1:8080"]`, `"listen":["127.0.0.1:8443"]`, `"listen":"unix//s/caddy.sock"`, `"install_trust":false`} {
		if !strings.Contains(rendered, wanted) {
			t.Errorf("%s is missing", wanted)
		}
	}
	if strings.Contains(rendered, `"h3"`) {
		t.Error("HTTP/3 would listen for datagrams")
	}
}

func TestHostWithoutEndpointsIsUnavailable(t *testing.T) {
	rendered := render(t, []route{{host: "shop.localhost", path: "/"}})
	if !strings.Contains(rendered, `"status_code":503`) || strings.Contains(rendered, "reverse_proxy") {
		t.Errorf("got %s", rendered)
	}
}

func TestForwardedHeadersOfClientsAreDropped(t *testing.T) {
	rendered := render(t, []route{{host: "shop.localhost", path: "/", endpoints: []string{"10.244.0.5:8080"}}})
	for _, wanted := range []string{`"dial":"10.244.0.5:8080"`, `"X-Real-Ip"`, `"Forwarded"`, `"max_size":67108864`} {
		if !strings.Contains(rendered, wanted) {
			t.Errorf("%s is missing", wanted)
		}
	}
	if strings.Contains(rendered, "trusted_proxies") {
		t.Error("with trusted proxies the client's X-Forwarded-For would be kept")
	}
}

func TestPrefixMatchesWholeSegments(t *testing.T) {
	for path, wanted := range map[string]string{"/": `["/*"]`, "/blog": `["/blog","/blog/*"]`, "/blog/": `["/blog","/blog/*"]`} {
		encoded, _ := json.Marshal(renderPaths(route{path: path}))
		if string(encoded) != wanted {
			t.Errorf("%s matches %s instead of %s", path, encoded, wanted)
		}
	}
	if encoded, _ := json.Marshal(renderPaths(route{path: "/blog", exact: true})); string(encoded) != `["/blog"]` {
		t.Errorf("the exact path matches %s", encoded)
	}
}

func render(t *testing.T, routes []route) string {
	t.Helper()
	config := renderConfig("/s/caddy.sock", listeners{http: "127.0.0.1:8080", https: "127.0.0.1:8443", storage: "/s"}, routes)
	encoded, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}

func TestEachHostHasItsOwnLargestBody(t *testing.T) {
	rendered := render(t, []route{
		{host: "shop.localhost", path: "/", endpoints: []string{"10.244.0.5:8080"}, maxBodyBytes: 136 << 20},
		{host: "other.localhost", path: "/", endpoints: []string{"10.244.0.6:8080"}},
	})
	for _, wanted := range []string{`"max_size":142606336`, `142606336","host":["shop.localhost"]`, `"max_size":67108864`, `67108864","host":["other.localhost"]`} {
		if !strings.Contains(rendered, wanted) {
			t.Errorf("%s is missing in %s", wanted, rendered)
		}
	}
}
