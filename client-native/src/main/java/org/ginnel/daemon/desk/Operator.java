// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.desk;

import java.net.InetAddress;
import java.util.List;
import org.ginnel.account.Tier;
import org.ginnel.http.ApiResult;
import org.ginnel.relay.Server;
import org.ginnel.wireguard.Config;
import org.ginnel.wireguard.PrivateKey;

/// The operator's API as one key sees it. Calls block for as long as they may take, any thread; interruptible.
public interface Operator {
    /// The servers of the key's tier.
    ApiResult<Offer> servers() throws InterruptedException;

    /// A config for one server, complete with a private key.
    ///
    /// @param device this device's key; used unless the server insists on one of its making
    ApiResult<Issue> provision(String serverId, PrivateKey device) throws InterruptedException;

    /// Gives a config back.
    ///
    /// @param clientName as [Issue] had it
    ApiResult<String> revoke(String clientName) throws InterruptedException;

    /// The address the API sees us come from.
    ApiResult<String> seenAddress() throws InterruptedException;

    /// Where the API's host was found when it was last called; empty before.
    List<InetAddress> addresses();

    /// TCP port of the API.
    int port();

    /// What a key is offered.
    record Offer(Tier tier, List<Server> servers) {
        public Offer {
            servers = List.copyOf(servers);
        }
    }

    /// A config and the operator's name for this device in it.
    record Issue(String clientName, Config config) {}
}
