// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `audit`: a word in front of what can be done with the record of every change.
@Command(
        name = "audit",
        description = "The record of every change.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}
