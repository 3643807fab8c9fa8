// SPDX-License-Identifier: Apache-2.0
package org.ginnel.ui.log;

/// Gives the platform its loggers. Found through `META-INF/services`.
public final class PlatformLogs extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
        return new PlatformLog(name);
    }
}
