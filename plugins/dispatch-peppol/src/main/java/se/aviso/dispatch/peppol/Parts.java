package se.aviso.dispatch.peppol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AttachmentType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import se.aviso.kernel.PeppolAddress;
import se.aviso.spi.dispatch.InvoiceFacts;
import se.aviso.spi.dispatch.Message;

/** Who and where on a document: the parties, how it is paid, and the document that people read. */
final class Parts {
    private static final String SWEDEN = "SE";
    private static final String CREDIT_TRANSFER = "30";

    private Parts() {}

    static SupplierPartyType seller(InvoiceFacts.Seller seller) throws UnwritableException {
        var number = seller.organisationNumber()
                .orElseThrow(() -> new UnwritableException("The seller has no organisation number."));
        var party = party(PeppolAddress.of(number), seller.name(), seller.address());
        seller.vatNumber().ifPresent(vat -> {
            var scheme = new PartyTaxSchemeType();
            scheme.setCompanyID(vat);
            scheme.setTaxScheme(vat());
            party.addPartyTaxScheme(scheme);
        });
        party.addPartyLegalEntity(legal(seller.name(), Optional.of(PeppolAddress.of(number))));
        var supplier = new SupplierPartyType();
        supplier.setParty(party);
        return supplier;
    }

    /** The organisation number of a buyer is known where it is the address. */
    static CustomerPartyType buyer(InvoiceFacts.Buyer buyer, PeppolAddress address) {
        var party = party(address, buyer.name(), buyer.address());
        var number = Optional.of(address).filter(any -> any.scheme().equals(PeppolAddress.SWEDISH));
        party.addPartyLegalEntity(legal(buyer.name(), number));
        var customer = new CustomerPartyType();
        customer.setParty(party);
        return customer;
    }

    private static PartyType party(PeppolAddress address, String name, Optional<InvoiceFacts.Address> postal) {
        var party = new PartyType();
        party.setEndpointID(address.identifier()).setSchemeID(address.scheme());
        var named = new PartyNameType();
        named.setName(name);
        party.addPartyName(named);
        party.setPostalAddress(address(postal));
        return party;
    }

    private static AddressType address(Optional<InvoiceFacts.Address> postal) {
        var address = new AddressType();
        postal.ifPresent(at -> {
            address.setStreetName(at.street());
            address.setCityName(at.city());
            address.setPostalZone(at.postalCode());
        });
        var country = new CountryType();
        country.setIdentificationCode(SWEDEN);
        address.setCountry(country);
        return address;
    }

    private static PartyLegalEntityType legal(String name, Optional<PeppolAddress> number) {
        var legal = new PartyLegalEntityType();
        legal.setRegistrationName(name);
        number.ifPresent(known -> legal.setCompanyID(known.identifier()).setSchemeID(known.scheme()));
        return legal;
    }

    /** The one tax scheme that there is. */
    static TaxSchemeType vat() {
        var scheme = new TaxSchemeType();
        scheme.setID("VAT");
        return scheme;
    }

    /** Each account that can be paid to, with the OCR number (SE-R-011, SE-R-012: code 30, the giro as the branch). */
    static List<PaymentMeansType> means(InvoiceFacts.Payment payment) {
        return Stream.of(
                        payment.bankgiro().map(giro -> means(payment, giro.digits(), Optional.of("SE:BANKGIRO"))),
                        payment.plusgiro().map(giro -> means(payment, giro.digits(), Optional.of("SE:PLUSGIRO"))),
                        payment.iban().map(iban -> means(payment, iban, Optional.empty())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static PaymentMeansType means(InvoiceFacts.Payment payment, String account, Optional<String> branch) {
        var means = new PaymentMeansType();
        means.setPaymentMeansCode(CREDIT_TRANSFER);
        means.addPaymentID(new PaymentIDType(payment.reference()));
        var payee = new FinancialAccountType();
        payee.setID(account);
        branch.ifPresent(name -> {
            var at = new BranchType();
            at.setID(name);
            payee.setFinancialInstitutionBranch(at);
        });
        means.setPayeeFinancialAccount(payee);
        return means;
    }

    /** The documents that people read, embedded. */
    static List<DocumentReferenceType> attachments(List<Message.Attachment> attachments) {
        return attachments.stream().map(Parts::attachment).toList();
    }

    private static DocumentReferenceType attachment(Message.Attachment file) {
        var embedded = new AttachmentType();
        var content = embedded.setEmbeddedDocumentBinaryObject(file.content());
        content.setMimeCode(file.mediaType());
        content.setFilename(file.fileName());
        var reference = new DocumentReferenceType();
        reference.setID(file.fileName());
        reference.setAttachment(embedded);
        return reference;
    }

    /** A number that is wanted without a fraction where it has none. */
    static BigDecimal whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 ? number.setScale(0) : number;
    }
}
