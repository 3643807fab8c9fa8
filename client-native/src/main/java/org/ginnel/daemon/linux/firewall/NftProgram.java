// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.Optional;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;

/// nftables by the program `nft`: a process for everything that is asked.
final class NftProgram implements Nft {
    private static final Command LOAD = Command.of("nft", "-f", "-");
    private static final String NONE = "No such file or directory";

    private final Commands commands;

    NftProgram(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Optional<ErrorCause> load(String text) {
        var load = LOAD.reading(text);
        return Refusals.of(Part.FIREWALL, load, commands.run(load));
    }

    /// nft 1.0.6 finds only one of two tables that it is asked for at once.
    @Override
    public Listing list(String family) {
        return list(Command.of("nft", "-s", "-j", "list", "table", family, LinuxNames.NFT_TABLE));
    }

    @Override
    public Listing count() {
        return list(Command.of("nft", "-j", "list", "table", "inet", LinuxNames.NFT_TABLE));
    }

    private Listing list(Command list) {
        if (commands.run(list) instanceof Exited(int code, String json, String stderr)) {
            if (code == 0) {
                return new Listing.Present(json);
            }
            return stderr.contains(NONE) ? new Listing.Absent() : new Listing.Unreadable();
        }
        return new Listing.Unreadable();
    }
}
