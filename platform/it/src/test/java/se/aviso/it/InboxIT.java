package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.aviso.demo.bank.OutgoingPayment;

/** Bank files that are laid into a tenant's folder are picked up by themselves. */
@OnRunningProduct
class InboxIT {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 8);

    private final Product product;
    private final Client office;
    private final Path inbox;

    InboxIT(Product product) throws IOException {
        this.product = product;
        this.office = product.admin("annan");
        this.inbox = Files.createDirectories(product.inbox("annan"));
    }

    @Test
    void aFileIsPickedUpBookedAndPutAside() throws IOException {
        var joined = new SignUps(product).join("annan-ett", "ar");
        drop("avi-1.txt", BankFiles.of("9913328", DAY, List.of(BankFiles.paying(joined))));
        awaitDone("avi-1.txt");
        assertThat(state("avi-1.txt")).isEqualTo("BOOKED");
        assertThat(office.get("invoices/" + joined.invoiceId())
                        .json()
                        .get("settlement")
                        .asText())
                .isEqualTo("SETTLED");
    }

    @Test
    void theSameFileOnceMoreChangesNothing() throws IOException {
        var file = BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 12_300)));
        drop("avi-2.txt", file);
        awaitDone("avi-2.txt");
        var before = product.books().number("annan", "select count(*) from payment");
        drop("avi-2-again.txt", file);
        awaitDone("avi-2-again.txt");
        assertThat(product.books().number("annan", "select count(*) from payment"))
                .isEqualTo(before);
    }

    @Test
    void aBrokenFileIsQuarantinedAndHoldsUpNoOther() throws IOException {
        var broken = Samples.cut(BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 100))));
        drop("avi-3-broken.txt", broken);
        drop("avi-4.txt", BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 200))));
        awaitAside("avi-3-broken.txt", "quarantined");
        awaitDone("avi-4.txt");
        assertThat(state("avi-3-broken.txt")).isEqualTo("QUARANTINED");
        assertThat(state("avi-4.txt")).isEqualTo("BOOKED");
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
        var half = Files.write(inbox.resolve("avi-5.txt.part"), new byte[] {1});
        drop("avi-6.txt", BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 300))));
        awaitDone("avi-6.txt");
        assertThat(half).exists();
        Files.delete(half);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        var elsewhere = Files.write(
                product.inbox("annan").resolveSibling(".elsewhere"),
                BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 400))));
        var link = Files.createSymbolicLink(inbox.resolve("avi-7.txt"), elsewhere);
        drop("avi-8.txt", BankFiles.of("9913328", DAY, List.of(OutgoingPayment.free("Någon", "gåva", 500))));
        awaitDone("avi-8.txt");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        Files.delete(link);
    }

    private void drop(String name, byte[] bytes) throws IOException {
        var part = Files.write(inbox.resolve(name + ".part"), bytes);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void awaitDone(String name) {
        awaitAside(name, "done");
    }

    private void awaitAside(String name, String folder) {
        var aside = inbox.resolve(folder).resolve(name);
        Waiting.until(name + " to be put aside", () -> Files.exists(aside));
        assertThat(inbox.resolve(name)).doesNotExist();
    }

    private String state(String name) {
        return office.all("bank-files").stream()
                .filter(file -> file.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("state")
                .asText();
    }
}
