// SPDX-License-Identifier: Apache-2.0
package org.ginnel.cli.text;

import org.ginnel.tunnel.ErrorCause;

/// How the command ended, for scripts. The numbers are a promise: `docs/cli.md` has the same table.
public enum ExitCode {
    OK(0, "It is done."),
    DEFECT(1, "A defect in Ginnel."),
    USAGE(2, "The command line was not understood."),
    SERVICE(3, "The Ginnel service does not answer, or is of another version."),
    NOT_PERMITTED(4, "This user may look, but not change anything."),
    LOGIN(5, "Nobody is logged in, or the operator does not accept the key."),
    API_UNREACHABLE(6, "The operator's API cannot be reached, cannot be trusted or is too slow."),
    API_FAILED(7, "The operator's API failed, asks to wait, or sent something we do not accept."),
    NO_SUCH_SERVER(8, "There is no such server, or the key does not open it."),
    TUNNEL(9, "The server does not answer, or the tunnel carries nothing."),
    SYSTEM(10, "The system refused a change, or lacks something."),
    TIMED_OUT(11, "The time limit passed; what was begun goes on."),
    SUPERSEDED(12, "A newer request took the place of this one."),
    UNHEALTHY(13, "The doctor found something that does not work."),
    NOTHING_TO_PAUSE(14, "There is nothing to pause: everything may leave already."),
    CONFIG(15, "The file is no WireGuard config that Ginnel runs."),
    INTERRUPTED(130, "Ctrl+C; what was begun goes on.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// What the process ends with.
    public int number() {
        return number;
    }

    /// One sentence for `--help` and the manual.
    public String meaning() {
        return meaning;
    }

    /// The code for a cause.
    public static ExitCode of(ErrorCause cause) {
        return switch (cause) {
            case ErrorCause.DaemonUnreachable _, ErrorCause.VersionMismatch _, ErrorCause.BadRequest _ -> SERVICE;
            case ErrorCause.NotPermitted _ -> NOT_PERMITTED;
            case ErrorCause.NotLoggedIn _, ErrorCause.KeyRefused _ -> LOGIN;
            case ErrorCause.Offline _, ErrorCause.ApiUntrusted _, ErrorCause.ApiTooSlow _ -> API_UNREACHABLE;
            case ErrorCause.ApiMalformed _,
                    ErrorCause.ApiTooLarge _,
                    ErrorCause.ApiFailed _,
                    ErrorCause.RateLimited _,
                    ErrorCause.ConfigRefused _ -> API_FAILED;
            case ErrorCause.NoServers _, ErrorCause.UnknownServer _, ErrorCause.TierRefused _ -> NO_SUCH_SERVER;
            case ErrorCause.EndpointUnresolved _,
                    ErrorCause.KeyPending _,
                    ErrorCause.NoHandshake _,
                    ErrorCause.TunnelSilent _,
                    ErrorCause.NetworkDown _ -> TUNNEL;
            case ErrorCause.DeviceLost _, ErrorCause.EngineMissing _, ErrorCause.SystemRefused _ -> SYSTEM;
            case ErrorCause.NothingToPause _ -> NOTHING_TO_PAUSE;
            case ErrorCause.Superseded _ -> SUPERSEDED;
            case ErrorCause.Defect _ -> DEFECT;
        };
    }
}
