package org.emotitune.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what the file system says into a sentence. */
final class FileFailures {
    private FileFailures() {}

    /** @param what the beginning of the sentence, such as "The directory /x cannot be written" */
    static DatabaseException translate(String what, IOException failure) {
        return new DatabaseException(what + ": " + reason(failure) + ".", failure);
    }

    private static String reason(IOException failure) {
        String file = failure instanceof FileSystemException named ? String.valueOf(named.getFile()) : "";
        return switch (failure) {
            case AccessDeniedException denied -> "no permission for " + file;
            case FileAlreadyExistsException exists -> file + " is a file, not a directory";
            case NoSuchFileException missing -> file + " does not exist";
            case FileSystemException other -> file + ": " + other.getReason();
            default -> SqlFailures.firstLine(failure);
        };
    }
}
