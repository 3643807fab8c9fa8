// SPDX-License-Identifier: Apache-2.0
package org.ginnel.provisioning.store;

import java.time.InstantSource;

/// Everything that is kept, by what it is about, in one database.
public record Stores(
        Database database,
        LeaseStore leases,
        ServerStore servers,
        DeviceStore devices,
        TokenStore tokens,
        AccountStore accounts,
        FleetStore fleets,
        UsageStore usage,
        FactorStore factors,
        RecordStore record) {
    public static Stores of(Database database, InstantSource clock) {
        return new Stores(
                database,
                new LeaseStore(database, clock),
                new ServerStore(database, clock),
                new DeviceStore(database, clock),
                new TokenStore(database, clock),
                new AccountStore(database),
                new FleetStore(database, clock),
                new UsageStore(database, clock),
                new FactorStore(database, clock),
                new RecordStore(database));
    }
}
