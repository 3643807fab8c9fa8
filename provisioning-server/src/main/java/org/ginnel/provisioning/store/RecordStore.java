// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.util.List;
import org.ginnel.provisioning.audit.Entry;

/// Reads the record of every change.
public final class RecordStore {
    private final Database database;

    public RecordStore(Database database) {
        this.database = database;
    }

    /// The entries that follow one.
    ///
    /// @param after 0 for the first
    public List<Entry> page(long after, int most) {
        return database.run(sql -> Journal.after(sql, after, most));
    }
}
