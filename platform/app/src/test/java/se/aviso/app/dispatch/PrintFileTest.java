package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import se.aviso.spi.dispatch.PrintBatch.Pages;

class PrintFileTest {
    @Test
    void documentsStandOneBehindTheOtherAndItIsKnownWhere() throws IOException {
        var file = PrintFile.of(List.of(document(1), document(3), document(2)));

        assertThat(file.pages()).containsExactly(new Pages(1, 1), new Pages(2, 4), new Pages(5, 6));
        try (var whole = Loader.loadPDF(file.pdf())) {
            assertThat(whole.getNumberOfPages()).isEqualTo(6);
        }
    }

    private static byte[] document(int pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage());
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
