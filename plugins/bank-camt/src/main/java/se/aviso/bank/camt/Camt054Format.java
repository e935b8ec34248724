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

/** ISO 20022 camt.054, the bank's notification of what it has credited; the file that takes the place of BgMax. */
@Extension
public class Camt054Format implements BankFormat {
    @Override
    public FormatName name() {
        return new FormatName(Message.NOTIFICATION.format());
    }

    @Override
    public Confidence probe(Head head) {
        return Probe.of(head, Message.NOTIFICATION);
    }

    @Override
    public void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException {
        CamtReading.read(file, Message.NOTIFICATION, sink, context.setting(Profiles.SETTING, ""));
    }

    /** The entry ({@code Ntry}), or the one of its details ({@code TxDtls}) that is meant. */
    @Override
    public int recordLength(byte[] from) {
        return ElementEnd.of(from);
    }
}
