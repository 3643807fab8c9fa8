// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.process.Commands;
import org.ginnel.tunnel.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The firewall of Linux: one nftables transaction for a policy.
///
/// [#stands()] compares the kernel's listing with the first one it gave after the policy was applied, the
/// handles of tables and rules included, so what was removed, added, moved or made again by somebody else is
/// noticed.
public final class NftFirewall implements Firewall {
    private static final Logger LOG = LoggerFactory.getLogger(NftFirewall.class);
    private static final Pattern RULE = Pattern.compile("\\{\"rule\":");
    private static final Pattern RENDERED_RULE = Pattern.compile("# security\\.md");

    private final Nft nft;
    private final long daemonUid;
    private boolean arp = true;
    private String applied = "";
    private Optional<String> listing = Optional.empty();

    /// @param daemonUid the user whose sockets may reach the API
    public NftFirewall(Commands commands, long daemonUid) {
        this(new NftOfMachine(new NftProgram(commands), NftLibrary::find), daemonUid);
    }

    NftFirewall(Nft nft, long daemonUid) {
        this.nft = nft;
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
        var refused = nft.load(text);
        if (refused.isEmpty()) {
            applied = text;
            listing = Optional.empty();
        }
        return refused;
    }

    @Override
    public List<Refused> refused() {
        return nft.count() instanceof Nft.Listing.Present(var json) ? NftCounters.refused(json) : List.of();
    }

    @Override
    public boolean stands() {
        if (!applied.contains("{")) {
            return nft.list("inet") instanceof Nft.Listing.Absent;
        }
        var now = listing("inet");
        if (applied.contains("table arp " + LinuxNames.NFT_TABLE + " {")) {
            now = now.flatMap(inet -> listing("arp").map(inet::concat));
        }
        return now.filter(this::isAsApplied).isPresent();
    }

    private Optional<String> listing(String family) {
        return nft.list(family) instanceof Nft.Listing.Present(var json) ? Optional.of(json) : Optional.empty();
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
