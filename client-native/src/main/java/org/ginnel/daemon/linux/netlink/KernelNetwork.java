// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.netlink;

import java.util.Set;
import java.util.function.Consumer;

/// The network of the kernel that we run on.
public final class KernelNetwork implements Network {
    @Override
    public Conversation talk() throws NetlinkException {
        try {
            return KernelConversation.begin();
        } catch (LinkageError e) {
            throw unreachable(e);
        }
    }

    @Override
    public Watch watch(Set<Topic> topics, Consumer<Change> listener) throws NetlinkException {
        try {
            return NetworkWatch.start(topics, listener);
        } catch (LinkageError e) {
            throw unreachable(e);
        }
    }

    @Override
    public Watch watchFirewall(Consumer<Change> listener) throws NetlinkException {
        try {
            return NetworkWatch.startAtFirewall(listener);
        } catch (LinkageError e) {
            throw unreachable(e);
        }
    }

    /// JNA could not unpack or load its library, say because its directory may hold no programs.
    private static NetlinkException unreachable(LinkageError e) {
        return new NetlinkException("the C library cannot be called: " + e.getMessage());
    }
}
