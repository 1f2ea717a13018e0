package chat.bench.cluster;

import chat.bench.peer.Server;
import chat.bench.scenario.Form;

/**
 * The broker and the store of all servers.
 *
 * @param postgres the store of Hubbub
 * @param rabbit the broker between the nodes
 * @param setting the files and arguments with which servers are started
 * @param form the amount of work
 */
record Site(Postgres postgres, Rabbit rabbit, Server.Setting setting, Form form) {

	int scale(int number) {
		return Math.max(1, number / this.form.divisor());
	}

}
