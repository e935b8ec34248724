package se.aviso.audit;

/** What can be done that somebody may have to answer for; each is done to one kind of thing. */
public enum Act {
    TENANT_LOADED(SubjectKind.TENANT),
    TENANT_CREATED(SubjectKind.TENANT),
    PROVIDER_LINKED(SubjectKind.TENANT),
    BUSINESS_DATE_MOVED(SubjectKind.TENANT),
    GRANT_GIVEN(SubjectKind.USER),
    GRANT_ENDED(SubjectKind.USER),
    USER_INVITED(SubjectKind.USER),
    GROUP_ADDED(SubjectKind.GROUP),
    GROUP_CHANGED(SubjectKind.GROUP),
    GROUP_MOVED(SubjectKind.GROUP),
    TYPE_ADDED(SubjectKind.MEMBERSHIP_TYPE),
    PRICE_ADDED(SubjectKind.MEMBERSHIP_TYPE),
    MEMBER_ADDED(SubjectKind.MEMBER),
    MEMBER_JOINED(SubjectKind.MEMBER),
    MEMBER_CHANGED(SubjectKind.MEMBER),
    PERSONAL_NUMBER_SEEN(SubjectKind.MEMBER),
    IDENTITY_PROTECTED(SubjectKind.MEMBER),
    IDENTITY_OPENED(SubjectKind.MEMBER),
    MEMBER_DATA_GIVEN(SubjectKind.MEMBER),
    MEMBER_ERASED(SubjectKind.MEMBER),
    RETENTION_PURGED(SubjectKind.TENANT),
    MEMBERS_IMPORTED(SubjectKind.TENANT),
    RUN_STARTED(SubjectKind.RUN),
    RUN_STEERED(SubjectKind.RUN),
    BANK_FILE_RECEIVED(SubjectKind.BANK_FILE),
    BANK_FILE_BOOKED(SubjectKind.BANK_FILE),
    PAYMENT_ALLOCATED(SubjectKind.PAYMENT),
    ALLOCATION_UNDONE(SubjectKind.PAYMENT),
    DISPATCH_RESENT(SubjectKind.DISPATCH),
    INVOICE_LINK_REVOKED(SubjectKind.INVOICE),
    BANK_FILE_DISCARDED(SubjectKind.BANK_FILE),
    INVOICE_CREDITED(SubjectKind.INVOICE),
    OFFER_WITHDRAWN(SubjectKind.INVOICE),
    INVOICES_EXPORTED(SubjectKind.TENANT),
    SEARCH_SAVED(SubjectKind.SAVED_SEARCH),
    SEARCH_CHANGED(SubjectKind.SAVED_SEARCH),
    SEARCH_REMOVED(SubjectKind.SAVED_SEARCH),
    SIMULATION_STARTED(SubjectKind.SIMULATION),
    DUNNING_POLICY_SET(SubjectKind.MEMBERSHIP_TYPE),
    DUNNING_AGREED(SubjectKind.MEMBERSHIP_TYPE),
    REFERENCE_RATE_ADDED(SubjectKind.TENANT),
    DUNNING_STOPPED(SubjectKind.INVOICE),
    DUNNING_RESUMED(SubjectKind.INVOICE),
    PAYER_DUNNING_STOPPED(SubjectKind.MEMBER),
    PAYER_DUNNING_RESUMED(SubjectKind.MEMBER),
    INVOICE_WRITTEN_OFF(SubjectKind.INVOICE),
    WRITE_OFF_TAKEN_BACK(SubjectKind.INVOICE),
    HANDED_TO_COLLECTOR(SubjectKind.GROUP),
    TAKEN_FROM_COLLECTOR(SubjectKind.INVOICE),
    MEMBERSHIP_MOVED(SubjectKind.MEMBER),
    MEMBERSHIP_RESIGNED(SubjectKind.MEMBER),
    MEMBER_DIED(SubjectKind.MEMBER),
    MEMBER_CAME_OF_AGE(SubjectKind.MEMBER),
    CONCESSION_GIVEN(SubjectKind.MEMBER),
    CONCESSION_ENDED(SubjectKind.MEMBER),
    FAMILY_CHANGED(SubjectKind.MEMBER),
    PAYOUTS_MADE(SubjectKind.GROUP),
    PAYOUTS_PAID(SubjectKind.GROUP),
    PRODUCT_ADDED(SubjectKind.PRODUCT),
    PRODUCT_CHANGED(SubjectKind.PRODUCT),
    INVOICE_ISSUED(SubjectKind.INVOICE),
    DRAFT_SAVED(SubjectKind.INVOICE),
    DRAFT_DROPPED(SubjectKind.INVOICE),
    DRAFTS_WRITTEN(SubjectKind.RUN),
    RUN_APPROVED(SubjectKind.RUN),
    RUN_SENT_NOW(SubjectKind.RUN),
    RUN_RECALLED(SubjectKind.RUN),
    RUN_SETTINGS_CHANGED(SubjectKind.TENANT),
    MEMBERSHIP_BEGUN(SubjectKind.MEMBER),
    MOVE_CALLED_OFF(SubjectKind.MEMBER);

    private final SubjectKind subject;

    Act(SubjectKind subject) {
        this.subject = subject;
    }

    /** The kind of thing that it is done to. */
    public SubjectKind subject() {
        return subject;
    }
}
