// SPDX-License-Identifier: Apache-2.0
package org.ginnel.packaging.jpackage;

import org.ginnel.packaging.PackagingException;

/// A system whose packages are made on that system alone, as jpackage makes no image for another.
public enum Desktop {
    /// Bundles in the form of Apple's.
    MACOS("darwin-", "libjnidispatch.jnilib", "icns", "Ginnel.app/Contents/runtime/Contents/Home/"),
    /// Folders with `.exe` files.
    WINDOWS("win32-", "jnidispatch.dll", "ico", "runtime/");

    private final String jnaFolder;
    private final String jnaLibrary;
    private final String iconSuffix;
    private final String runtime;

    Desktop(String jnaFolder, String jnaLibrary, String iconSuffix, String runtime) {
        this.jnaFolder = jnaFolder;
        this.jnaLibrary = jnaLibrary;
        this.iconSuffix = iconSuffix;
        this.runtime = runtime;
    }

    /// The entry of JNA's jar that holds its native code.
    ///
    /// @param architecture as Java calls it (`os.arch`)
    String jnaEntry(String architecture) {
        return "com/sun/jna/" + jnaFolder + jnaArchitecture(architecture) + "/" + jnaLibrary;
    }

    /// What that is called where the programs look for it.
    String jnaLibrary() {
        return jnaLibrary;
    }

    /// The end of the icon's name.
    String iconSuffix() {
        return iconSuffix;
    }

    /// Where Java's licence is, in our folder of an installed machine.
    String javasLicence() {
        return runtime + "legal/java.base/LICENSE";
    }

    private static String jnaArchitecture(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> "x86-64"; // OpenJDK says x86_64 on macOS
            case "aarch64" -> "aarch64";
            default -> throw new PackagingException("Ginnel is not packed for " + architecture + " yet");
        };
    }
}
