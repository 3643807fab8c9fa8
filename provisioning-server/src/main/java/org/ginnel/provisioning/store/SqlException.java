// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.sql.SQLException;

/// The database refused a statement. Stays inside this package: what leaves it is a [StoreException].
final class SqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
