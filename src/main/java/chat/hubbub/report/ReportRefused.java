package chat.hubbub.report;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a report, or of its number. */
@SuppressWarnings("serial")
final class ReportRefused extends Refusal {

	private ReportRefused(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	static ReportRefused reason() {
		return new ReportRefused(Kind.INVALID, "report.ill-formed",
				Phrase.of("report.ill-formed").with("most", Reports.MAX_REASON));
	}

	static ReportRefused limit() {
		return new ReportRefused(Kind.TOO_MANY, "report.limit",
				Phrase.of("report.limit").with("most", Reports.MAX_OPEN));
	}

	static ReportRefused unknown() {
		return new ReportRefused(Kind.NOT_FOUND, "report.unknown", Phrase.of("report.unknown"));
	}

}
