// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning;

import picocli.CommandLine.Command;

/// `device`: a word in front of what can be done with devices.
@Command(
        name = "device",
        description = "Devices, which have one key and the same addresses on every server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeviceCommand {}
