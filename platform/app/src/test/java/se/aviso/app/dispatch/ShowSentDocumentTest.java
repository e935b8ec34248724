package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.aviso.app.document.DocumentWriter;
import se.aviso.kernel.RuleViolation;

class ShowSentDocumentTest {
    @Test
    void whatAnotherWriterMadeIsNotCalledRemoved() {
        assertThat(ShowSentDocument.changed(DocumentWriter.VERSION).faults())
                .extracting(RuleViolation.Fault::code)
                .containsExactly("conflict-document-changed");
        assertThat(ShowSentDocument.changed(1).faults())
                .extracting(RuleViolation.Fault::code)
                .containsExactly("conflict-document-writer");
    }
}
