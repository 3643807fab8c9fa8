// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.linux.firewall;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.linux.LinuxNames;
import org.ginnel.daemon.linux.netlink.NftGeneration;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.process.Commands;
import org.ginnel.tunnel.ErrorCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The firewall of Linux: one nftables transaction for a policy.
///
/// [#stands()] compares the kernel's listing with one that is known to show our transaction and nothing else: no
/// other one came between, by the kernel's count. Handles of tables and rules are compared too, so what was
/// removed, added, moved or made again by somebody else is noticed, from the first instant on.
public final class NftFirewall implements Firewall {
    private static final Logger LOG = LoggerFactory.getLogger(NftFirewall.class);
    private static final Pattern RULE = Pattern.compile("\\{\"rule\":");
    private static final Pattern RENDERED_RULE = Pattern.compile("# security\\.md");

    private static final Pattern TABLE_HANDLE =
            Pattern.compile("(\"table\": \\{\"family\": \"[a-z]+\", \"name\": \"[a-z]+\", \"handle\": )\\d+");
    private static final int MOST_ATTEMPTS = 5;

    private final Nft nft;
    private final Supplier<OptionalInt> generation;
    private final long daemonUid;
    private final BootFile boot;
    private volatile boolean arp = true;
    private String applied = "";
    private OptionalInt appliedAt = OptionalInt.empty();
    private Optional<String> ours = Optional.empty();

    /// @param daemonUid the user whose sockets may reach the API
    /// @param stateDir exists and is root's alone; what the machine comes up with lies there
    public NftFirewall(Commands commands, long daemonUid, Path stateDir) {
        this(
                new NftOfMachine(new NftProgram(commands), NftLibrary::find),
                new NftGeneration()::now,
                daemonUid,
                stateDir);
    }

    /// @param generation how many transactions the kernel has seen; empty when it does not tell
    NftFirewall(Nft nft, Supplier<OptionalInt> generation, long daemonUid, Path stateDir) {
        this.nft = nft;
        this.generation = generation;
        this.daemonUid = daemonUid;
        this.boot = new BootFile(stateDir);
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
        return load(NftRenderer.render(policy, daemonUid, arp));
    }

    private Optional<ErrorCause> load(String text) {
        var before = generation.get();
        var refused = nft.load(text);
        if (refused.isEmpty()) {
            applied = text;
            ours = Optional.empty();
            var after = generation.get();
            var alone = before.isPresent() && after.isPresent() && after.getAsInt() == before.getAsInt() + 1;
            appliedAt = alone ? after : OptionalInt.empty();
        }
        return refused;
    }

    @Override
    public Optional<ErrorCause> comeUp(FirewallPolicy.Closed policy, boolean closed) {
        try {
            boot.keep(NftRenderer.render(policy, daemonUid, arp), closed);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new ErrorCause.SystemRefused(
                    ErrorCause.Part.STORE, "boot.nft", e.getClass().getSimpleName()));
        }
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
        var now = listing();
        if (ours.isEmpty() && now.isPresent()) {
            return generation.get().isPresent() ? isOurs(now.get()) : looksLikeOurs(now.get());
        }
        return ours.isPresent() && ours.equals(now);
    }

    private Optional<String> listing() {
        var now = listing("inet");
        return applied.contains("table arp " + LinuxNames.NFT_TABLE + " {")
                ? now.flatMap(inet -> listing("arp").map(inet::concat))
                : now;
    }

    private Optional<String> listing(String family) {
        return nft.list(family) instanceof Nft.Listing.Present(var json) ? Optional.of(json) : Optional.empty();
    }

    /// Takes `now`, the first listing since a policy was applied, for ours if nobody changed anything in between;
    /// else compares it with what the same policy looks like, applied again. Who changed other tables than ours
    /// is not suspected.
    private boolean isOurs(String now) {
        if (isUntouched()) {
            ours = Optional.of(now);
            return true;
        }
        for (var attempt = 0; attempt < MOST_ATTEMPTS && load(applied).isEmpty(); attempt++) {
            var again = listing();
            if (again.isPresent() && isUntouched()) {
                ours = again;
                return withoutTableHandles(now).equals(withoutTableHandles(again.get()));
            }
        }
        return false;
    }

    /// Whether our transaction is the last one that the kernel has seen.
    private boolean isUntouched() {
        return appliedAt.isPresent() && appliedAt.equals(generation.get());
    }

    /// A table that is made again has another handle, and its chains and rules are counted from 1 again.
    private static String withoutTableHandles(String listing) {
        return TABLE_HANDLE.matcher(listing).replaceAll("$1");
    }

    /// What can be said where the kernel does not count.
    private boolean looksLikeOurs(String now) {
        var sameCount = count(RULE, now) == count(RENDERED_RULE, applied);
        ours = sameCount ? Optional.of(now) : Optional.empty();
        return sameCount;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
