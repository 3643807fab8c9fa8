// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.nio.file.Path;
import org.ginnel.daemon.linux.netlink.NftGeneration;

/// The same on machines without the library.
class NftProgramNamespaceTest extends NftFirewallNamespaceTest {
    @Override
    NftFirewall open() {
        return new NftFirewall(
                new NftProgram(tools().commands()), new NftGeneration()::now, 0, Path.of("/nonexistent"));
    }
}
