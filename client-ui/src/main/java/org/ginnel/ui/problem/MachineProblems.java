// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.util.Optional;
import org.ginnel.host.HowTo;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Message;

/// Problems with this machine, the service on it, or ourselves.
final class MachineProblems {
    /// For Debian and its like; others know what their command is.
    private static final String INSTALL = "sudo apt install wireguard-go";

    static Problem engineMissing(HowTo how) {
        var title = Message.of("engineMissing.title");
        return how.engine()
                .map(part -> Problem.curable(
                        title,
                        Message.of("engineMissing.whyPart", part),
                        Message.of("engineMissing.nextPart"),
                        new Remedy.Retry()))
                .orElseGet(() -> Problem.curable(
                        title,
                        Message.of("engineMissing.why"),
                        Message.of("engineMissing.next", INSTALL),
                        new Remedy.CopyCommand(INSTALL)));
    }

    static Problem systemRefused(ErrorCause.SystemRefused refused, HowTo how) {
        var title = switch (refused.part()) {
            case FIREWALL -> Message.of("systemRefused.firewall");
            case DEVICE -> Message.of("systemRefused.device");
            case ROUTES -> Message.of("systemRefused.routes");
            case DNS -> Message.of("systemRefused.dns");
            case STORE -> Message.of("systemRefused.store");
        };
        var why = refused.detail().isBlank()
                ? Message.of("systemRefused.whySilent", refused.tool())
                : Message.of("systemRefused.why", refused.tool(), refused.detail());
        return Problem.curable(
                title, why, Message.of("systemRefused.next", typed(how.showLog(), how)), new Remedy.Retry());
    }

    static Problem notPermitted(HowTo how) {
        var command = how.join("");
        return Problem.curable(
                Message.of("notPermitted.title"),
                how.wantsRaisedTerminal() ? Message.of("notPermitted.whyRaised") : Message.of("notPermitted.why"),
                how.joinsAtOnce()
                        ? Message.of("notPermitted.next", typed(command, how))
                        : Message.of("notPermitted.nextSignIn", typed(command, how)),
                new Remedy.CopyCommand(command));
    }

    static Problem unreachable(String socket, HowTo how) {
        return Problem.curable(
                Message.of("unreachable.title"),
                Message.of("unreachable.why", socket),
                Message.of("unreachable.next", typed(how.start(), how)),
                new Remedy.CopyCommand(how.start()));
    }

    static Problem versions(ErrorCause.VersionMismatch mismatch, HowTo how) {
        return Problem.curable(
                Message.of("versions.title"),
                Message.of("versions.why", mismatch.ours(), mismatch.theirs()),
                Message.of("versions.next", typed(how.restart(), how)),
                new Remedy.CopyCommand(how.restart()));
    }

    /// A command, and where it has to be typed.
    private static Object typed(String command, HowTo how) {
        return how.wantsRaisedTerminal() ? Message.of("command.raised", command) : command;
    }

    static Problem badRequest(String detail) {
        return new Problem(
                Message.of("badRequest.title"),
                Message.of("badRequest.why", detail),
                Message.of("badRequest.next"),
                Optional.empty());
    }

    static Problem nothingToPause() {
        return new Problem(
                Message.of("nothingToPause.title"),
                Message.of("nothingToPause.why"),
                Message.of("nothingToPause.next"),
                Optional.empty());
    }

    static Problem superseded() {
        return new Problem(
                Message.of("superseded.title"),
                Message.of("superseded.why"),
                Message.of("superseded.next"),
                Optional.empty());
    }

    static Problem defect(String code) {
        return Problem.curable(
                Message.of("defect.title"),
                Message.of("defect.why", code),
                Message.of("defect.next"),
                new Remedy.Retry());
    }

    private MachineProblems() {}
}
