package chat.bench.cluster;

import java.io.IOException;
import java.util.List;

import chat.bench.report.Result;

/** A scenario of the cluster. */
interface Comparison {

	/** Its name on the command line. */
	String name();

	/** The servers that it compares. */
	List<Setup> setups();

	/**
	 * Measures servers that were just started.
	 * @return the rows of the report
	 */
	List<Result> run(Nodes nodes) throws IOException, InterruptedException;

}
