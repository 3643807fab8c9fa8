// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the data is: the path of an SQLite file, or `postgresql://USER@HOST[:PORT]/DATABASE[?...]`. Never prints the
/// password.
public final class Location {
    private static final String POSTGRESQL = "postgresql://";

    private final String text;
    private final Optional<String> password;

    private Location(String text, Optional<String> password) {
        this.text = text;
        this.password = password;
    }

    /// An SQLite file.
    public static Location file(Path file) {
        return new Location(file.toString(), Optional.empty());
    }

    /// Either of the two.
    ///
    /// @param password of the PostgreSQL user, where it needs one
    public static Location of(String text, Optional<String> password) {
        return new Location(text, password);
    }

    Engine engine() {
        return text.startsWith(POSTGRESQL) ? postgres() : new Sqlite(Path.of(text));
    }

    private Engine postgres() {
        try {
            var uri = new URI(text);
            var user = uri.getUserInfo();
            if (user == null || uri.getHost() == null || user.contains(":")) {
                throw new StoreException("The database is given as postgresql://USER@HOST/DATABASE; the password comes"
                        + " from --database-password-file or GINNEL_DATABASE_PASSWORD, never from the address.");
            }
            var port = uri.getPort() < 0 ? 5432 : uri.getPort();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Postgres(
                    "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath() + query, user, password);
        } catch (URISyntaxException e) {
            throw new StoreException("The database is given as postgresql://USER@HOST/DATABASE.", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
