// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.ginnel.account.ApiUrl;
import org.ginnel.http.NameLookup;
import org.ginnel.wireguard.IpLiteral;

/// Finds the API's host also when nobody answers names, as behind a closed firewall: where it was when it was last
/// called, in this run or an earlier one. That it still is the right host is for TLS to prove.
final class RememberedNames implements NameLookup {
    private final NameLookup system;
    private final Keeper keeper;

    RememberedNames(NameLookup system, Keeper keeper) {
        this.system = system;
        this.keeper = keeper;
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        try {
            return system.addresses(host);
        } catch (UnknownHostException e) {
            var before = keeper.saved()
                    .login()
                    .filter(login -> ApiUrl.parse(login.apiUrl())
                            .filter(url -> url.host().equals(host))
                            .isPresent())
                    .map(login -> login.apiAddresses().stream()
                            .map(IpLiteral::parse)
                            .flatMap(Optional::stream)
                            .toList())
                    .orElse(List.of());
            if (before.isEmpty()) {
                throw e;
            }
            return before;
        }
    }
}
