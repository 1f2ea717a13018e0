package chat.hubbub.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

import chat.hubbub.account.User;
import chat.hubbub.message.Messages;
import chat.hubbub.message.Posted;
import chat.hubbub.search.index.Condition;
import chat.hubbub.search.index.Found;
import chat.hubbub.search.index.FoundPage;
import chat.hubbub.search.index.SearchIndex;
import chat.hubbub.search.text.Match;
import chat.hubbub.search.text.Query;

/** Finds messages that a user may read. Thread-safe. */
@Component
class Search {

	/** The maximum number of hits of which the best are chosen: the newest ones. */
	private static final int CANDIDATES = 1_000;

	/** The maximum length of their texts together, in UTF-16 units. */
	private static final int CANDIDATES_LENGTH = 250_000;

	/** The maximum length of the texts of a page, in UTF-16 units. */
	private static final int PAGE_LENGTH = 60_000;

	private static final int AT_ONCE = 2;

	private static final int MAX_WAITING = 50;

	/** How long a search may wait, and then how long it may take. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Scope scope;

	private final SearchIndex index;

	private final Cursors cursors;

	private final Messages messages;

	private final boolean enabled;

	private final SearchGate gate = new SearchGate(AT_ONCE, MAX_WAITING, PATIENCE);

	Search(Scope scope, SearchIndex index, Cursors cursors, Messages messages, SearchProperties settings) {
		this.scope = scope;
		this.index = index;
		this.cursors = cursors;
		this.messages = messages;
		this.enabled = settings.enabled();
	}

	/**
	 * Finds messages.
	 * @param reader the user
	 * @param request the request
	 * @return a page of hits; fewer than asked for if their texts are long, and none only
	 * at the end
	 * @throws SearchOff if the server has no search
	 * @throws SearchBusy if too many searches run, or if it takes too long
	 */
	List<Hit> find(User reader, SearchRequest request) {
		if (!this.enabled) {
			throw new SearchOff();
		}
		return this.gate.pass(() -> {
			Deadline deadline = new Deadline(System::nanoTime, PATIENCE);
			try {
				return this.scope.of(reader, request)
					.map((condition) -> hits(reader, request, condition, deadline))
					.orElseGet(List::of);
			}
			catch (QueryTimeoutException ex) {
				throw new SearchBusy();
			}
		});
	}

	/** Whether messages from before the start of the server may still be missing. */
	boolean isComplete() {
		return this.index.isComplete();
	}

	private List<Hit> hits(User reader, SearchRequest request, Condition condition, Deadline deadline) {
		List<Candidate> candidates = request.best() ? best(request, new Pages(this.index::find, condition, deadline))
				: newest(reader, request, condition, deadline);
		if (candidates.isEmpty()) {
			return List.of();
		}
		List<Long> ids = candidates.stream().map((candidate) -> candidate.found().id()).toList();
		Map<Place, Posted> present = new HashMap<>();
		this.messages.withIds(reader, ids)
			.forEach((message) -> present.put(new Place(message.topic(), message.seq()), message));
		List<Hit> hits = new ArrayList<>(candidates.size());
		for (Candidate candidate : candidates) {
			Posted message = present.get(Place.of(candidate.found()));
			// It may have been edited or deleted meanwhile.
			if (message != null && message.text().equals(candidate.found().text())) {
				hits.add(new Hit(message, marks(candidate.match())));
			}
		}
		return hits;
	}

	private List<Candidate> newest(User reader, SearchRequest request, Condition condition, Deadline deadline) {
		String before = request.before();
		Condition rest = (before != null) ? condition.before(this.cursors.id(reader, before, condition, deadline))
				: condition;
		return candidates(request.query(), new Pages(this.index::find, rest, deadline), request.limit(), PAGE_LENGTH);
	}

	private static List<Candidate> best(SearchRequest request, Pages pages) {
		List<Candidate> newest = candidates(request.query(), pages, CANDIDATES, CANDIDATES_LENGTH);
		List<Candidate> best = new ArrayList<>();
		int length = 0;
		newest.sort(Comparator.comparingDouble((Candidate each) -> each.match().score()).reversed());
		for (Candidate candidate : newest) {
			length += candidate.found().text().length();
			if (best.size() == request.limit() || (length > PAGE_LENGTH && !best.isEmpty())) {
				break;
			}
			best.add(candidate);
		}
		return best;
	}

	/** The newest hits, the newest first, until there are enough or they are too long. */
	private static List<Candidate> candidates(Query query, Pages pages, int limit, int maxLength) {
		List<Candidate> candidates = new ArrayList<>();
		int length = 0;
		while (true) {
			FoundPage page = pages.next(limit - candidates.size());
			for (Found found : page.list()) {
				Optional<Match> match = Match.of(query, found.text());
				if (match.isPresent()) {
					length += found.text().length();
					if (length > maxLength && !candidates.isEmpty()) {
						return candidates;
					}
					candidates.add(new Candidate(found, match.get()));
				}
			}
			if (page.last() || candidates.size() == limit) {
				return candidates;
			}
		}
	}

	private static List<List<Integer>> marks(Match match) {
		return match.marks().stream().map((mark) -> List.of(mark.start(), mark.end())).toList();
	}

	/**
	 * A message that fits.
	 *
	 * @param found the message
	 * @param match how well it fits
	 */
	private record Candidate(Found found, Match match) {

	}

	/**
	 * The place of a message.
	 *
	 * @param topic its topic
	 * @param seq its number
	 */
	private record Place(String topic, long seq) {

		static Place of(Found found) {
			return new Place(found.topic(), found.seq());
		}

	}

}
