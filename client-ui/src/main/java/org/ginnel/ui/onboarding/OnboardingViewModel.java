// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.onboarding;

import java.util.Optional;
import java.util.function.Consumer;
import org.ginnel.account.ApiKey;
import org.ginnel.control.Request;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.frame.PageModel;
import org.ginnel.ui.frame.Ways;
import org.ginnel.ui.link.Daemon;
import org.ginnel.ui.link.LinkState;
import org.ginnel.ui.own.ConfigImport;
import org.ginnel.ui.problem.Problem;
import org.ginnel.ui.problem.Remedy;
import org.ginnel.ui.text.Message;

/// Tries keys. Success needs no screen: the daemon's next snapshot has an account, and the frame moves on.
///
/// Used on the window's thread only.
public final class OnboardingViewModel implements PageModel {
    private final Daemon daemon;
    private final Optional<DemoNetwork> demo;
    private final Ways ways;
    private final ConfigImport configs;
    private final Consumer<OnboardingScreen> sink;
    private OnboardingScreen shown;
    private Optional<Daemon.Asked> trying = Optional.empty();

    /// @param sink gets every screen that differs from the one before
    public OnboardingViewModel(
            Daemon daemon,
            Optional<DemoNetwork> demo,
            Ways ways,
            ConfigImport configs,
            Consumer<OnboardingScreen> sink) {
        this.daemon = daemon;
        this.demo = demo;
        this.ways = ways;
        this.configs = configs;
        this.sink = sink;
        this.shown = OnboardingScreen.untouched(1, demo.isPresent());
    }

    @Override
    public void on(LinkState state) {
        // Nothing of the snapshot is shown here: an account ends this screen.
    }

    @Override
    public void showing(boolean showing) {
        if (showing) {
            sink.accept(shown);
        } else {
            cancel();
            show(shown.next());
        }
    }

    /// The user wants to go on with what was typed.
    public void login(String typedKey, String typedAddress) {
        var key = ApiKey.parse(typedKey);
        var address = ApiAddress.parse(typedAddress);
        if (key.isPresent() && address instanceof ApiAddress.Usable(var url)) {
            attempt(key.get(), url);
            return;
        }
        var keyMistake = key.isPresent() ? Optional.<Message>empty() : Optional.of(KeyMistake.in(typedKey));
        var addressMistake =
                address instanceof ApiAddress.Unusable(var why) ? Optional.of(why) : Optional.<Message>empty();
        show(shown.mistaken(keyMistake, addressMistake));
    }

    /// The user wants the demo network.
    public void useDemo() {
        demo.ifPresent(network -> attempt(network.key(), network.api()));
    }

    /// The user has a config instead of a key. When it is one, the daemon's next snapshot ends this screen.
    public void importConfig() {
        configs.begin(problem -> show(problem.map(shown::failed).orElseGet(shown::next)));
    }

    /// The user does not want to wait any longer.
    public void cancel() {
        trying.ifPresent(Daemon.Asked::cancel);
        trying = Optional.empty();
        show(shown.calledOff());
    }

    /// The problem's button was used.
    public void remedy() {
        shown.problem().flatMap(Problem::remedy).ifPresent(remedy -> {
            if (remedy instanceof Remedy.CopyCommand(var command)) {
                ways.copy(command);
            }
        });
    }

    private void attempt(ApiKey key, String url) {
        if (trying.isPresent()) {
            return;
        }
        show(shown.trying());
        trying = Optional.of(daemon.ask(new Request.Login(key, url), this::came));
    }

    private void came(Daemon.Outcome outcome) {
        trying = Optional.empty();
        switch (outcome) {
            case Daemon.Outcome.Answered _ -> show(shown.next());
            case Daemon.Outcome.Refused(var cause) -> show(shown.failed(told(cause)));
        }
    }

    /// The way to try again is the form itself, so only a command to copy keeps its button.
    private static Problem told(ErrorCause cause) {
        var problem = Problem.of(cause);
        var remedy = problem.remedy().filter(Remedy.CopyCommand.class::isInstance);
        return new Problem(problem.title(), problem.why(), problem.next(), remedy);
    }

    private void show(OnboardingScreen screen) {
        if (!screen.equals(shown)) {
            shown = screen;
            sink.accept(screen);
        }
    }
}
