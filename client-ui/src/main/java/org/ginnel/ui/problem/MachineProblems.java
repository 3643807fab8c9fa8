// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.problem;

import java.util.Optional;
import org.ginnel.tunnel.ErrorCause;
import org.ginnel.ui.text.Message;

/// Problems with this machine, the service on it, or ourselves.
final class MachineProblems {
    static Problem engineMissing() {
        return Problem.curable(
                Message.of("engineMissing.title"),
                Message.of("engineMissing.why"),
                Message.of("engineMissing.next"),
                new Remedy.CopyCommand("sudo apt install wireguard-go"));
    }

    static Problem systemRefused(ErrorCause.SystemRefused refused) {
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
        return Problem.curable(title, why, Message.of("systemRefused.next"), new Remedy.Retry());
    }

    static Problem notPermitted() {
        return Problem.curable(
                Message.of("notPermitted.title"),
                Message.of("notPermitted.why"),
                Message.of("notPermitted.next"),
                new Remedy.CopyCommand("sudo usermod -aG ginnel \"$USER\""));
    }

    static Problem unreachable(String socket) {
        return Problem.curable(
                Message.of("unreachable.title"),
                Message.of("unreachable.why", socket),
                Message.of("unreachable.next"),
                new Remedy.CopyCommand("sudo systemctl start ginneld"));
    }

    static Problem versions(ErrorCause.VersionMismatch mismatch) {
        return Problem.curable(
                Message.of("versions.title"),
                Message.of("versions.why", mismatch.ours(), mismatch.theirs()),
                Message.of("versions.next"),
                new Remedy.CopyCommand("sudo systemctl restart ginneld"));
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
