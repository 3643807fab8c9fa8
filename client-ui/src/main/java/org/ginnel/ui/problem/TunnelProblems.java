// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.util.List;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Message;
import org.ginnel.ui.text.Units;
import org.ginnel.wireguard.ConfigProblem;

/// Problems with a server, its config or the tunnel to it.
final class TunnelProblems {
    static Problem configRefused(List<ConfigProblem> problems) {
        return Problem.curable(
                Message.of("configRefused.title"),
                whyRefused(problems),
                Message.of("configRefused.next"),
                new Remedy.ChooseServer());
    }

    private static Message whyRefused(List<ConfigProblem> problems) {
        if (problems.isEmpty()) {
            return Message.of("configRefused.whyUnknown");
        }
        var first = problems.getFirst();
        var where = first.line() == 0
                ? Message.of("configRefused.whole", first.key())
                : Message.of("configRefused.line", first.line(), first.key());
        return problems.size() == 1
                ? Message.of("configRefused.why", where, reason(first.reason()))
                : Message.of("configRefused.whyMore", where, reason(first.reason()), problems.size() - 1);
    }

    private static Message reason(ConfigProblem.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> Message.of("config.tooLarge");
            case NOT_A_SETTING -> Message.of("config.notASetting");
            case UNKNOWN_SECTION -> Message.of("config.unknownSection");
            case DUPLICATE_SECTION -> Message.of("config.duplicateSection");
            case MISSING_SECTION -> Message.of("config.missingSection");
            case UNKNOWN_KEY -> Message.of("config.unknownKey");
            case DUPLICATE_KEY -> Message.of("config.duplicateKey");
            case MISSING_KEY -> Message.of("config.missingKey");
            case FORBIDDEN_KEY -> Message.of("config.forbiddenKey");
            case BAD_KEY -> Message.of("config.badKey");
            case BAD_ADDRESS -> Message.of("config.badAddress");
            case BAD_ENDPOINT -> Message.of("config.badEndpoint");
            case BAD_NUMBER -> Message.of("config.badNumber");
            case FORBIDDEN_ADDRESS -> Message.of("config.forbiddenAddress");
        };
    }

    static Problem unresolved(String host) {
        return Problem.curable(
                Message.of("unresolved.title"),
                Message.of("unresolved.why", host),
                Message.of("unresolved.next"),
                new Remedy.ChooseServer());
    }

    static Problem keyPending(String server) {
        return Problem.curable(
                Message.of("keyPending.title"),
                Message.of("keyPending.why", server),
                Message.of("keyPending.next"),
                new Remedy.ChooseServer());
    }

    static Problem noHandshake(ErrorCause.NoHandshake silent) {
        return Problem.curable(
                Message.of("noHandshake.title"),
                Message.of("noHandshake.why", silent.endpoint(), Units.wait(silent.waited())),
                Message.of("noHandshake.next"),
                new Remedy.ChooseServer());
    }

    static Problem tunnelSilent(ErrorCause.TunnelSilent silent) {
        return Problem.curable(
                Message.of("tunnelSilent.title"),
                Message.of("tunnelSilent.why", silent.endpoint(), Units.wait(silent.waited())),
                Message.of("tunnelSilent.next"),
                new Remedy.ChooseServer());
    }

    static Problem networkDown(ErrorCause.NetworkDown down) {
        return Problem.curable(
                Message.of("networkDown.title"),
                Message.of("networkDown.why", down.server(), down.other()),
                Message.of("networkDown.next"),
                new Remedy.Retry());
    }

    static Problem deviceLost(String device) {
        return Problem.curable(
                Message.of("deviceLost.title"),
                Message.of("deviceLost.why", device),
                Message.of("deviceLost.next"),
                new Remedy.Retry());
    }

    private TunnelProblems() {}
}
