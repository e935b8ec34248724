package se.aviso.bank.camt;

import java.io.IOException;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.bank.BankFile;
import se.aviso.spi.bank.BankFileSink;
import se.aviso.spi.bank.BankFormat;
import se.aviso.spi.bank.Confidence;
import se.aviso.spi.bank.FormatName;
import se.aviso.spi.bank.Head;

/** ISO 20022 camt.053, the bank's account statement; what it has no details of is left to camt.054. */
@Extension
public class Camt053Format implements BankFormat {
    @Override
    public FormatName name() {
        return new FormatName(Message.STATEMENT.format());
    }

    @Override
    public Confidence probe(Head head) {
        return Probe.of(head, Message.STATEMENT);
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        CamtReading.read(file, Message.STATEMENT, sink, context.setting(Profiles.SETTING, ""));
    }

    /** The entry ({@code Ntry}), or the one of its details ({@code TxDtls}) that is meant. */
    @Override
    public int recordLength(byte[] from) {
        return ElementEnd.of(from);
    }
}
