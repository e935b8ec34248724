package se.aviso.dispatch.peppol;

import com.helger.io.resource.ClassPathResource;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executor.IValidationExecutor;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.rules.api.PhiveRulesUBLHelper;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xml.xsd.ValidationExecutorXSD;
import com.helger.ubl21.UBL21Marshaller;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the network: the schema of UBL 2.1, those of EN 16931, and those of Peppol with the Swedish among them.
 *
 * <p>They take seconds to compile, so they are compiled when the first document is judged, and once. Only those of
 * billing are put together here: the whole of phive's Peppol set would bring four more document families along.
 */
final class Rulebook {
    /** Published in May 2026; another version is another folder, with the library that brings it. */
    private static final String RULES = "external/schematron/openpeppol/2026.5/xslt/";

    private static final int LONGEST_ID = 60;
    private static final int MOST = 4;

    /** Held here, for a logger that nobody holds forgets what it was told. */
    private static final Logger LIBRARIES = Logger.getLogger("com.helger");

    private final List<IValidationExecutor<IValidationSourceXML>> rules;
    private final IValidationExecutor<IValidationSourceXML> invoices;
    private final IValidationExecutor<IValidationSourceXML> creditNotes;

    private Rulebook() {
        LIBRARIES.setLevel(Level.OFF); // they write a line a document, and may repeat what stands in one
        rules = List.of(rules("CEN-EN16931-UBL.xslt"), rules("PEPPOL-EN16931-UBL.xslt"));
        invoices = ValidationExecutorXSD.create(UBL21Marshaller.getAllInvoiceXSDs());
        creditNotes = ValidationExecutorXSD.create(UBL21Marshaller.getAllCreditNoteXSDs());
    }

    private static IValidationExecutor<IValidationSourceXML> rules(String file) {
        var resource = new ClassPathResource(RULES + file, Rulebook.class.getClassLoader());
        return PhiveRulesUBLHelper.createXSLT_UBL21(resource).setCacheArtefact(true);
    }

    /** Made when the first document is judged. */
    private static final class Holder {
        static final Rulebook ONE = new Rulebook();
    }

    static Rulebook get() {
        return Holder.ONE;
    }

    /** The rules that the document breaks, the first few; none where it is valid. A warning is no breach. */
    List<String> broken(byte[] document, boolean credit) {
        var judges = new ValidationExecutionManager<IValidationSourceXML>(IValidityDeterminator.createDefault());
        judges.addExecutor(credit ? creditNotes : invoices);
        judges.addExecutors(rules);
        var results = new ValidationResultList(null);
        judges.executeValidation(
                ValidationSourceXML.create(new ReadableResourceByteArray(document)), results, Locale.ROOT);
        return results.getAllErrors().stream()
                .map(error -> id(error.getErrorID()))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A fault of the schema has no id, and its text may repeat what stands in the document. */
    private static String id(@Nullable String id) {
        return id != null && id.length() <= LONGEST_ID && id.matches("[A-Za-z0-9._-]+") ? id : "XSD";
    }
}
