// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import java.util.Arrays;
import java.util.List;
import org.ginnel.provisioning.api.Origins;
import org.ginnel.wireguard.IpNetwork;
import picocli.CommandLine.Option;

/// Which proxies stand before the service.
final class ProxyOption {
    static final String TRUSTED = "--trusted-proxy";
    static final String HEADER = "--proxy-header";

    private static final String USUAL = "X-Forwarded-For";

    @Option(
            names = TRUSTED,
            paramLabel = "NETWORK",
            split = ",",
            description = "Networks of your own proxies, such as 127.0.0.0/8: they are believed about where a call came"
                    + " from. Without it nobody is.")
    private List<String> networks = List.of();

    @Option(
            names = HEADER,
            paramLabel = "NAME",
            defaultValue = USUAL,
            description = "The one header that they set: X-Forwarded-For or Forwarded (RFC 7239).")
    private String header = "";

    ProxyOption() {}

    ProxyOption(ServeLine line) {
        networks = line.values(TRUSTED).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        header = line.value(HEADER).orElse(USUAL);
    }

    Origins origins() {
        var known = Origins.Header.named(header)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--proxy-header is X-Forwarded-For or Forwarded, whichever your proxy sets."));
        return new Origins(networks.stream().map(ProxyOption::network).toList(), known);
    }

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no network: --trusted-proxy takes such as 127.0.0.0/8 or 2001:db8::/32."));
    }
}
