// SPDX-License-Identifier: Apache-2.0
package org.ginnel.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a file cannot be used, in words for people: Java's own say its path once more, or the name of a class.
public final class FileTrouble {
    private FileTrouble() {}

    /// The reason, to stand in brackets behind the file's name.
    public static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "this user may not";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
