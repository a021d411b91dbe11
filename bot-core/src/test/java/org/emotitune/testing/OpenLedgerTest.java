package org.emotitune.testing;

import org.emotitune.llm.Ledger;
import org.emotitune.llm.Ledger.Limits;
import org.emotitune.llm.LedgerContract;

class OpenLedgerTest implements LedgerContract {
    @Override
    public Ledger ledger(Limits limits, SettableClock clock) {
        return new OpenLedger(limits, clock);
    }
}
