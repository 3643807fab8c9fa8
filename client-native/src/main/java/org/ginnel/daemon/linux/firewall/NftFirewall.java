// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.Refusals;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Commands.Command;
import org.ginnel.daemon.process.Commands.Outcome;
import org.ginnel.daemon.process.Commands.Outcome.Exited;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The firewall of Linux by `nft`: one process and one kernel transaction for a policy.
///
/// [#stands()] compares the kernel's listing with the first one it gave after the policy was applied, the
/// handles of
/// tables and rules included, so what was removed, added, moved or made again by somebody else is noticed.
public final class NftFirewall implements Firewall {
    private static final Logger LOG = LoggerFactory.getLogger(NftFirewall.class);
    private static final Command LOAD = Command.of("nft", "-f", "-");
    private static final Pattern RULE = Pattern.compile("\\{\"rule\":");
    private static final Pattern RENDERED_RULE = Pattern.compile("# security\\.md");

    private final Commands commands;
    private final long daemonUid;
    private boolean arp = true;
    private String applied = "";
    private Optional<String> listing = Optional.empty();

    /// @param daemonUid the user whose sockets may reach the API
    public NftFirewall(Commands commands, long daemonUid) {
        this.commands = commands;
        this.daemonUid = daemonUid;
    }

    @Override
    public Optional<ErrorCause> apply(FirewallPolicy policy) {
        var refused = load(policy);
        if (refused.isPresent() && arp) {
            arp = false;
            if (load(policy).isPresent()) {
                arp = true;
                return refused;
            }
            LOG.warn("this kernel does not filter ARP: the local network may ask for the tunnel's address");
            return Optional.empty();
        }
        return refused;
    }

    private Optional<ErrorCause> load(FirewallPolicy policy) {
        var text = NftRenderer.render(policy, daemonUid, arp);
        var load = LOAD.reading(text);
        var refused = Refusals.of(Part.FIREWALL, load, commands.run(load));
        if (refused.isEmpty()) {
            applied = text;
            listing = Optional.empty();
        }
        return refused;
    }

    @Override
    public boolean stands() {
        if (!applied.contains("{")) {
            return list("inet") instanceof Exited(int code, String _, String _) && code != 0;
        }
        var now = listing("inet");
        if (applied.contains("table arp " + LinuxNames.NFT_TABLE + " {")) {
            now = now.flatMap(inet -> listing("arp").map(inet::concat));
        }
        return now.filter(this::isAsApplied).isPresent();
    }

    private Optional<String> listing(String family) {
        return list(family) instanceof Exited(int code, String text, String _) && code == 0
                ? Optional.of(text)
                : Optional.empty();
    }

    /// nft 1.0.6 finds only one of two tables that it is asked for at once.
    private Outcome list(String family) {
        return commands.run(Command.of("nft", "-s", "-j", "list", "table", family, LinuxNames.NFT_TABLE));
    }

    private boolean isAsApplied(String now) {
        if (listing.isEmpty() && count(RULE, now) == count(RENDERED_RULE, applied)) {
            listing = Optional.of(now);
        }
        return listing.filter(now::equals).isPresent();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
