// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.windows.jna;

import com.sun.jna.Native;

/// `dnsapi.dll`: what `ipconfig /flushdns` calls; in no header. Loading the class loads the library.
public final class Dnsapi {
    static {
        Native.register(Dnsapi.class, "dnsapi");
    }

    private Dnsapi() {}

    public static native int DnsFlushResolverCache();
}
