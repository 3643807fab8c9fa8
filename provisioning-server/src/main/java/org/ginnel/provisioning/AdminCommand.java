// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `admin ...`: who may administer over HTTP.
@Command(
        name = "admin",
        description = "Second factors of those who administer over HTTP.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AdminCommand {}
