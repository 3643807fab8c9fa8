// SPDX-License-Identifier: Apache-2.0
package org.ginnel.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/// How far one call has come, which tells what a failure of it means. Connections may be tried in parallel, so the
/// farthest counts.
final class Progress extends EventListener {
    private Stage stage = Stage.REACHING;

    /// What a call is about.
    enum Stage {
        /// Finding the host and connecting to it.
        REACHING,
        /// Agreeing on TLS.
        SECURING,
        /// Sending the request and waiting for the answer.
        TALKING,
        /// Reading the answer.
        READING
    }

    synchronized Stage stage() {
        return stage;
    }

    private synchronized void reach(Stage next) {
        stage = next.compareTo(stage) > 0 ? next : stage;
    }

    @Override
    public void secureConnectStart(Call call) {
        reach(Stage.SECURING);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        reach(Stage.TALKING);
    }

    @Override
    public void responseBodyStart(Call call) {
        reach(Stage.READING);
    }

    @Override
    public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        // After talking, a connection was found dead, and the call begins anew.
        stage = stage == Stage.TALKING ? Stage.REACHING : stage;
    }
}
