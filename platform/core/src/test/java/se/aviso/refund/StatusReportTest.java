package se.aviso.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation;
import se.aviso.refund.StatusReport.Said;
import se.aviso.refund.StatusReport.Verdict;

class StatusReportTest {
    @Test
    void whatIsSaidOfAPaymentStandsBeforeWhatIsSaidOfAll() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>m1</OrgnlPmtInfId>
                  <TxInfAndSts><OrgnlEndToEndId>r1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                    <StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>
                  <TxInfAndSts><OrgnlEndToEndId>r2</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>
                </OrgnlPmtInfAndSts>""");
        assertThat(report.messageId()).isEqualTo("m1");
        assertThat(report.of("r1")).contains(new Said(Verdict.REFUSED, "AC01"));
        assertThat(report.of("r2")).contains(new Said(Verdict.DONE, ""));
        assertThat(report.of("r3")).contains(new Said(Verdict.UNDER_WAY, ""));
    }

    @Test
    void aFileThatIsRefusedWholeRefusesAll() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId><GrpSts>RJCT</GrpSts>
                <StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>""");
        assertThat(report.of("any")).contains(new Said(Verdict.REFUSED, "DU01"));
    }

    @Test
    void aPartlyAcceptedFileSaysNothingOfThoseThatItDoesNotName() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><PmtInfSts>PART</PmtInfSts>
                <TxInfAndSts><OrgnlEndToEndId>r1</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>""");
        assertThat(report.of("r1")).contains(new Said(Verdict.REFUSED, ""));
        assertThat(report.of("r2")).isEqualTo(Optional.empty());
    }

    @Test
    void codesOfTheOrderThatIsRepeatedAreNoReasons() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>r1</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                  <StsRsnInf><Orgtr><Id><OrgId><Othr><SchmeNm><Cd>BANK</Cd></SchmeNm></Othr></OrgId></Id></Orgtr>
                    <Rsn><Cd>AC04</Cd></Rsn></StsRsnInf><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf>
                  <OrgnlTxRef><PmtTpInf><SvcLvl><Cd>NURG</Cd></SvcLvl><CtgyPurp><Cd>SUPP</Cd></CtgyPurp></PmtTpInf>
                    <CdtrAcct><Id><Othr><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></CdtrAcct></OrgnlTxRef>
                </TxInfAndSts></OrgnlPmtInfAndSts>""");
        assertThat(report.of("r1")).contains(new Said(Verdict.REFUSED, "AC04"));
    }

    @Test
    void whatIsSaidOfTheGroupHoldsBesideThoseThatAreNamed() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><PmtInfSts>ACSC</PmtInfSts>
                <TxInfAndSts><OrgnlEndToEndId>r1</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>""");
        assertThat(report.of("r1")).contains(new Said(Verdict.REFUSED, ""));
        assertThat(report.of("r2")).contains(new Said(Verdict.DONE, ""));
    }

    @Test
    void aPaymentThatIsNamedWithoutAStatusHasThatOfItsGroupAndItsOwnReason() {
        var report = read("""
                <OrgnlGrpInfAndSts><OrgnlMsgId>m1</OrgnlMsgId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>NARR</Cd></Rsn></StsRsnInf>
                <TxInfAndSts><OrgnlInstrId>r1</OrgnlInstrId><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>
                </OrgnlPmtInfAndSts>""");
        assertThat(report.of("r1")).contains(new Said(Verdict.REFUSED, "AC01"));
        assertThat(report.of("r2")).contains(new Said(Verdict.REFUSED, "NARR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<Document/>",
                "<Document><CstmrPmtStsRpt></CstmrPmtStsRpt></Document>",
                "<Document><CstmrPmtStsRpt><OrgnlMsgId>m",
                "<Document><CstmrPmtStsRpt><OrgnlMsgId><a/></OrgnlMsgId></CstmrPmtStsRpt></Document>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Document><CstmrPmtStsRpt><OrgnlMsgId>&b;</OrgnlMsgId></CstmrPmtStsRpt></Document>"
            })
    void whatIsNoReportIsRefused(String text) {
        assertThatThrownBy(() -> StatusReport.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuleViolation.class);
    }

    private static StatusReport read(String body) {
        var text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.03\">"
                        + "<CstmrPmtStsRpt><GrpHdr><MsgId>b1</MsgId></GrpHdr>" + body + "</CstmrPmtStsRpt></Document>";
        return StatusReport.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
