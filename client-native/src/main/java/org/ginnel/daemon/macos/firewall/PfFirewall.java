// SPDX-License-Identifier: Apache-2.0
package org.ginnel.daemon.macos.firewall;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ginnel.daemon.firewall.FirewallPolicy;
import org.ginnel.daemon.firewall.Refused;
import org.ginnel.daemon.port.Firewall;
import org.ginnel.daemon.process.Commands;
import org.ginnel.daemon.process.Refusals;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.tunnel.ErrorCause.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The firewall of macOS: an anchor of `pf` that is replaced in one transaction, and a reference that keeps
/// `pf` enabled. Never run on a Mac so far.
///
/// [#stands()] compares the listing of our anchor with the first one after the load, which has to have our
/// labels in our order, and looks whether `pf` is enabled and asks our anchor before others.
public final class PfFirewall implements Firewall {
    private static final Logger LOG = LoggerFactory.getLogger(PfFirewall.class);

    private final Pfctl pfctl;
    private final PfReference reference;
    private final long daemonUid;
    private String applied = "";
    private Optional<String> ours = Optional.empty();

    /// Whether our rules are known to have been asked for every packet since they were loaded.
    private boolean unbroken;

    /// @param daemonUid the user whose sockets may reach the API and WireGuard's endpoints
    /// @param stateDir exists and is root's alone; holds the reference on `pf`
    public PfFirewall(Commands commands, long daemonUid, Path stateDir) {
        this.pfctl = new Pfctl(commands);
        this.reference = new PfReference(stateDir.resolve("pf-reference"));
        this.daemonUid = daemonUid;
    }

    @Override
    public Optional<ErrorCause> apply(FirewallPolicy policy) {
        var rules = PfRenderer.render(policy, daemonUid);
        var refused = switch (policy) {
            case FirewallPolicy.Open() -> open();
            case FirewallPolicy.Closed _ -> unbroken ? load(rules, false) : close(rules);
        };
        if (refused.isEmpty()) {
            applied = rules;
            ours = Optional.empty();
        }
        return refused;
    }

    /// What others let through before keeps its state, and states are asked before rules: they go. What our
    /// own rules of an earlier process let through stays.
    private Optional<ErrorCause> close(String rules) {
        var standing = isReached();
        var covered = standing
                && pfctl.rules()
                        .filter(text -> text.contains("label \"ginnel-"))
                        .isPresent();
        var held = reference
                .token()
                .filter(token -> pfctl.holding(token) == Pfctl.Holding.KNOWN)
                .isPresent();
        return notAsked()
                .or(() -> load(rules, !held))
                .or(() -> covered ? Optional.empty() : pfctl.forgetStates())
                .or(this::nowUnbroken);
    }

    private Optional<ErrorCause> nowUnbroken() {
        unbroken = true;
        return Optional.empty();
    }

    /// Why our anchor would not be asked for every packet.
    private Optional<ErrorCause> notAsked() {
        return switch (pfctl.mainRules()) {
            case Pfctl.Listing.Unreadable(var why) -> Optional.of(why);
            case Pfctl.Listing.Rules(var text) when PfListing.comeFirst(text) -> Optional.empty();
            case Pfctl.Listing.Rules _ ->
                Optional.of(Refusals.of(
                        Part.FIREWALL,
                        "pfctl",
                        "other rules of pf come before com.apple/*; pfctl -f /etc/pf.conf puts the system's own back"));
        };
    }

    private Optional<ErrorCause> load(String rules, boolean enable) {
        return switch (pfctl.load(rules, enable)) {
            case Pfctl.Loaded.Not(var why) -> Optional.of(why);
            case Pfctl.Loaded.Done(var token)
            when token.isPresent() -> {
                reference.keep(token.get());
                yield Optional.empty();
            }
            case Pfctl.Loaded.Done _ ->
                enable
                        ? Optional.of(Refusals.of(Part.FIREWALL, "pfctl", "it named no token for -E"))
                        : Optional.empty();
        };
    }

    private Optional<ErrorCause> open() {
        unbroken = false;
        var refused = pfctl.flush();
        if (refused.isEmpty()) {
            reference.token().ifPresent(this::giveBack);
        }
        return refused;
    }

    /// A reference that the kernel does not know any more is none of ours. One that could not be given back is kept for
    /// the next time; `pf` stays enabled until then, without a rule of ours.
    private void giveBack(String token) {
        var why = switch (pfctl.holding(token)) {
            case KNOWN -> pfctl.release(token).map(Object::toString);
            case UNKNOWN -> Optional.<String>empty();
            case UNREADABLE -> Optional.of("references cannot be read");
        };
        why.ifPresentOrElse(
                what -> LOG.warn("pf stays enabled, its reference {} was not given back: {}", token, what),
                reference::forget);
    }

    @Override
    public List<Refused> refused() {
        return pfctl.labels().map(labels -> PfListing.refused(applied, labels)).orElse(List.of());
    }

    @Override
    public boolean stands() {
        var listing = pfctl.rules();
        if (applied.isEmpty()) {
            return listing.filter(String::isBlank).isPresent();
        }
        var stands = isReached() && listing.filter(this::isOurs).isPresent();
        unbroken = unbroken && stands;
        return stands;
    }

    private boolean isReached() {
        return pfctl.isEnabled() && notAsked().isEmpty();
    }

    private boolean isOurs(String listing) {
        if (ours.isEmpty() && PfListing.labels(listing).equals(PfListing.labels(applied))) {
            ours = Optional.of(listing);
        }
        return ours.filter(listing::equals).isPresent();
    }
}
