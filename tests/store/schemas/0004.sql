PRAGMA application_id=1917022052;
PRAGMA user_version=4;
BEGIN TRANSACTION;
CREATE VIRTUAL TABLE spoken USING fts5(
    words, content='', tokenize="unicode61 remove_diacritics 0");
DELETE FROM "spoken_data";
DELETE FROM "spoken_idx";
DELETE FROM "spoken_docsize";
DELETE FROM "spoken_config";
CREATE TABLE activity (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	about TEXT NOT NULL, 
	CONSTRAINT pk_activity PRIMARY KEY (seq)
);
INSERT INTO "activity" VALUES(1,'2026-11-22T03:26:26Z','anna','read','t1');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE annotations (
	checksum TEXT NOT NULL, 
	pipeline TEXT NOT NULL, 
	sentences TEXT NOT NULL, 
	lemmas BLOB NOT NULL, 
	CONSTRAINT pk_annotations PRIMARY KEY (checksum), 
	CONSTRAINT fk_annotations_checksum FOREIGN KEY(checksum) REFERENCES texts (checksum) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "annotations" VALUES('fa3ef377c88a80a2fc05a5d4a0e8c82b53448f6230c8403d6757d21265ace884','spaCy 3.8','[[0,29],[30,94]]',X'789C8B8E3636D73131D0514A492D518A8D05001F110418');
CREATE TABLE attributes (
	id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	about TEXT NOT NULL, 
	type TEXT NOT NULL, 
	label TEXT NOT NULL, 
	definition TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	choices TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	origin TEXT NOT NULL, 
	CONSTRAINT pk_attributes PRIMARY KEY (id)
);
CREATE TABLE bearings (
	id TEXT NOT NULL, 
	exhibit_id TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	claim_id TEXT NOT NULL, 
	stance TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	memo TEXT NOT NULL, 
	CONSTRAINT pk_bearings PRIMARY KEY (id), 
	CONSTRAINT fk_bearings_exhibit_id FOREIGN KEY(exhibit_id) REFERENCES exhibits (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_bearings_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE case_groups (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	criteria TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_case_groups PRIMARY KEY (id)
);
CREATE TABLE cases (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	municipality TEXT NOT NULL, 
	outcome_group TEXT NOT NULL, 
	attributes TEXT NOT NULL, 
	CONSTRAINT pk_cases PRIMARY KEY (id)
);
INSERT INTO "cases" VALUES('c1','Sag 1','','','{"a":"2","å":"1"}');
CREATE TABLE codebooks (
	id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	version TEXT NOT NULL, 
	title TEXT NOT NULL, 
	description TEXT NOT NULL, 
	source TEXT NOT NULL, 
	licence TEXT NOT NULL, 
	CONSTRAINT pk_codebooks PRIMARY KEY (id)
);
INSERT INTO "codebooks" VALUES('b1','jobfirst','1','{"da":"Kodebog","en":"Codebook"}','{"da":"","en":""}','','');
CREATE TABLE coders (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	released BOOLEAN NOT NULL, 
	CONSTRAINT pk_coders PRIMARY KEY (id)
);
INSERT INTO "coders" VALUES('anna','Anna',0);
INSERT INTO "coders" VALUES('bo','Bo',0);
CREATE TABLE codes (
	id TEXT NOT NULL, 
	codebook_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	category TEXT NOT NULL, 
	parent_id TEXT, 
	position INTEGER NOT NULL, 
	kind TEXT, 
	sign TEXT NOT NULL, 
	label TEXT NOT NULL, 
	title TEXT NOT NULL, 
	definition TEXT NOT NULL, 
	use TEXT NOT NULL, 
	avoid TEXT NOT NULL, 
	example TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	cues TEXT NOT NULL, 
	actors TEXT NOT NULL, 
	horizon TEXT, 
	basis TEXT NOT NULL, 
	section TEXT NOT NULL, 
	note TEXT NOT NULL, 
	retired BOOLEAN NOT NULL, 
	CONSTRAINT pk_codes PRIMARY KEY (id), 
	CONSTRAINT fk_codes_codebook_id FOREIGN KEY(codebook_id) REFERENCES codebooks (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_codes_parent_id FOREIGN KEY(parent_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "codes" VALUES('h1','b1','H1.M1','code',NULL,0,NULL,'+','{"da":"Tillid","en":"Trust"}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','[]','["tryg","stole på"]','[]',NULL,'stated','','',0);
INSERT INTO "codes" VALUES('h2','b1','H1.M2','code','h1',0,NULL,'+','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','{"da":"","en":""}','[]','[]','[]',NULL,'stated','','',0);
CREATE TABLE codings (
	id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	code_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	kind TEXT, 
	actor TEXT NOT NULL, 
	polarity TEXT NOT NULL, 
	counterfactual BOOLEAN NOT NULL, 
	scope TEXT NOT NULL, 
	case_id TEXT, 
	directness TEXT NOT NULL, 
	prompting TEXT NOT NULL, 
	memo TEXT NOT NULL, 
	codebook_version TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	turn INTEGER, 
	speaker_id TEXT, revision INTEGER DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_codings PRIMARY KEY (id), 
	CONSTRAINT fk_codings_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_codings_code_id FOREIGN KEY(code_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_codings_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_codings_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "codings" VALUES('k1','t1',37,49,'h1','anna','outcome','','present',0,'this_case',NULL,'said','volunteered','ikke ''bare'' godt; æøå','','Det gik godt',1,'s2',1);
INSERT INTO "codings" VALUES('k2','t1',77,88,'h2','anna',NULL,'','weak',0,'this_case',NULL,'said','volunteered','','','Ærligt talt',1,'s2',1);
CREATE TABLE comments (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	about TEXT NOT NULL, 
	about_id TEXT NOT NULL, 
	reply_to TEXT, 
	at TEXT NOT NULL, 
	resolved_by TEXT NOT NULL, 
	resolved_at TEXT NOT NULL, 
	CONSTRAINT pk_comments PRIMARY KEY (id), 
	CONSTRAINT fk_comments_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_comments_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_comments_reply_to FOREIGN KEY(reply_to) REFERENCES comments (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE condition_judgements (
	id TEXT NOT NULL, 
	condition_id TEXT NOT NULL, 
	case_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT NOT NULL, role TEXT DEFAULT '' NOT NULL, followed TEXT, 
	CONSTRAINT pk_condition_judgements PRIMARY KEY (id), 
	CONSTRAINT fk_condition_judgements_condition_id FOREIGN KEY(condition_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_condition_judgements_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_condition_judgements_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE configurations (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	hypotheses TEXT NOT NULL, 
	level TEXT NOT NULL, 
	case_id TEXT, 
	core_id TEXT, 
	because TEXT NOT NULL, 
	status TEXT NOT NULL, 
	status_by TEXT NOT NULL, 
	status_digest TEXT NOT NULL, 
	consolidated_in TEXT, 
	memo TEXT NOT NULL, conditions TEXT DEFAULT '[]' NOT NULL, superseded_by TEXT, 
	CONSTRAINT pk_configurations PRIMARY KEY (id), 
	CONSTRAINT fk_configurations_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_configurations_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_configurations_core_id FOREIGN KEY(core_id) REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_configurations_consolidated_in FOREIGN KEY(consolidated_in) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "configurations" VALUES('f1','K01','anna','','["h1"]','case',NULL,NULL,'','draft','','',NULL,'','[]',NULL);
CREATE TABLE doubts (
	id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	passage_table TEXT NOT NULL, 
	passage_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	decision TEXT, 
	decided_by TEXT NOT NULL, 
	CONSTRAINT pk_doubts PRIMARY KEY (id), 
	CONSTRAINT fk_doubts_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_doubts_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE elements (
	id TEXT NOT NULL, 
	wording TEXT NOT NULL, 
	code_id TEXT, 
	actor TEXT NOT NULL, 
	activation TEXT, 
	sign TEXT NOT NULL, 
	horizon TEXT, 
	node_id TEXT, 
	new BOOLEAN NOT NULL, directness TEXT DEFAULT 'said' NOT NULL, 
	CONSTRAINT pk_elements PRIMARY KEY (id), 
	CONSTRAINT fk_elements_code_id FOREIGN KEY(code_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_elements_node_id FOREIGN KEY(node_id) REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "elements" VALUES('l1','bliver lyttet til','h1','',NULL,'+',NULL,NULL,0,'said');
INSERT INTO "elements" VALUES('l2','tør fortælle',NULL,'borger','strong','+',NULL,NULL,0,'said');
CREATE TABLE entries (
	seq INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	sentence TEXT NOT NULL, 
	why TEXT NOT NULL, 
	undoes TEXT, 
	schema INTEGER NOT NULL, 
	changes TEXT NOT NULL, 
	CONSTRAINT pk_entries PRIMARY KEY (seq), 
	CONSTRAINT uq_entries_id UNIQUE (id)
);
INSERT INTO "entries" VALUES(1,'e1','anna','2026-01-01T12:00:00Z','lagde grunden','',NULL,1,'[{"after":{"id":"anna","name":"Anna","released":false},"before":null,"id":"anna","table":"coders"},{"after":{"id":"bo","name":"Bo","released":false},"before":null,"id":"bo","table":"coders"},{"after":{"attributes":{"a":"2","å":"1"},"id":"c1","municipality":"","name":"Sag 1","outcome_group":""},"before":null,"id":"c1","table":"cases"},{"after":{"description":{"da":"","en":""},"id":"b1","key":"jobfirst","licence":"","source":"","title":{"da":"Kodebog","en":"Codebook"},"version":"1"},"before":null,"id":"b1","table":"codebooks"},{"after":{"actors":[],"aliases":[],"avoid":{"da":"","en":""},"basis":"stated","category":"code","codebook_id":"b1","cues":["tryg","stole på"],"definition":{"da":"","en":""},"example":{"da":"","en":""},"horizon":null,"id":"h1","key":"H1.M1","kind":null,"label":{"da":"Tillid","en":"Trust"},"note":"","parent_id":null,"position":0,"retired":false,"section":"","sign":"+","title":{"da":"","en":""},"use":{"da":"","en":""}},"before":null,"id":"h1","table":"codes"},{"after":{"actors":[],"aliases":[],"avoid":{"da":"","en":""},"basis":"stated","category":"code","codebook_id":"b1","cues":[],"definition":{"da":"","en":""},"example":{"da":"","en":""},"horizon":null,"id":"h2","key":"H1.M2","kind":null,"label":{"da":"","en":""},"note":"","parent_id":"h1","position":0,"retired":false,"section":"","sign":"+","title":{"da":"","en":""},"use":{"da":"","en":""}},"before":null,"id":"h2","table":"codes"},{"after":{"attributes":{"bemærkning":"på æøå"},"case_id":"c1","characters":107,"checksum":"fa3ef377c88a80a2fc05a5d4a0e8c82b53448f6230c8403d6757d21265ace884","date":"","format":"txt","id":"t1","language":"da","notes":[],"revision":1,"source":"mette.txt","source_checksum":"00","title":"Mette, første samtale","turns":[{"end":29,"speaker_id":"s1","start":13,"time":0.0},{"end":89,"speaker_id":"s2","start":37,"time":1.0},{"end":106,"speaker_id":"s1","start":103,"time":2.0}],"wave":""},"before":null,"id":"t1","table":"transcripts"},{"after":{"id":"s1","interviewer":true,"name":"Interviewer","person":"","position":0,"roles":[],"transcript_id":"t1"},"before":null,"id":"s1","table":"speakers"},{"after":{"id":"s2","interviewer":false,"name":"Mette","person":"","position":1,"roles":["borger"],"transcript_id":"t1"},"before":null,"id":"s2","table":"speakers"}]');
INSERT INTO "entries" VALUES(2,'e2','anna','2026-01-01T12:00:00Z','kodede to steder','',NULL,1,'[{"after":{"actor":"","case_id":null,"code_id":"h1","codebook_version":"","coder_id":"anna","counterfactual":false,"directness":"said","end":49,"id":"k1","kind":"outcome","memo":"ikke ''bare'' godt; æøå","polarity":"present","prompting":"volunteered","scope":"this_case","start":37,"transcript_id":"t1"},"before":null,"id":"k1","table":"codings"},{"after":{"actor":"","case_id":null,"code_id":"h2","codebook_version":"","coder_id":"anna","counterfactual":false,"directness":"said","end":88,"id":"k2","kind":null,"memo":"","polarity":"present","prompting":"volunteered","scope":"this_case","start":77,"transcript_id":"t1"},"before":null,"id":"k2","table":"codings"}]');
INSERT INTO "entries" VALUES(3,'e3','anna','2026-01-01T12:00:00Z','lavede K01','',NULL,1,'[{"after":{"because":"","case_id":null,"coder_id":"anna","consolidated_in":null,"core_id":null,"hypotheses":["h1"],"id":"f1","level":"case","memo":"","number":"K01","status":"draft","status_by":"","status_digest":"","title":""},"before":null,"id":"f1","table":"configurations"},{"after":{"activation":null,"actor":"","code_id":"h1","horizon":null,"id":"l1","new":false,"node_id":null,"sign":"+","wording":"bliver lyttet til"},"before":null,"id":"l1","table":"elements"},{"after":{"activation":"strong","actor":"borger","code_id":null,"horizon":null,"id":"l2","new":false,"node_id":null,"sign":"+","wording":"tør fortælle"},"before":null,"id":"l2","table":"elements"},{"after":{"configuration_id":"f1","element_id":"l1","id":"p1","kind":"resource","position":0},"before":null,"id":"p1","table":"places"},{"after":{"configuration_id":"f1","element_id":"l2","id":"p2","kind":"reasoning","position":1},"before":null,"id":"p2","table":"places"},{"after":{"configuration_id":"f1","effect":"promotes","id":"r1","position":0,"source_id":"l1","target_id":"l2"},"before":null,"id":"r1","table":"links"},{"after":{"coding_id":"k1","element_id":"l1","id":"g1"},"before":null,"id":"g1","table":"groundings"},{"after":{"case_id":null,"claim":"link","claim_id":"r1","coder_id":"anna","directness":"said","end":49,"id":"v1","memo":"","prompting":"volunteered","scope":"this_case","stance":"supports","start":37,"transcript_id":"t1"},"before":null,"id":"v1","table":"evidence"},{"after":{"at":"2026-01-01T12:00:00Z","coder_id":"anna","edited":"Det gik [rigtig] godt","end":49,"id":"x1","language":"en","mark":true,"revision":1,"start":37,"transcript_id":"t1","translation":"It went well"},"before":null,"id":"x1","table":"excerpts"},{"after":{"code_id":"h1","coder_id":"anna","coding_id":"k1","id":"r1","settled":false,"why":"H2 blev slået sammen med H1"},"before":null,"id":"r1","table":"rechecks"}]');
INSERT INTO "entries" VALUES(4,'e4','anna','2026-01-01T12:00:00Z','rettede en kodning','bo læste med',NULL,1,'[{"after":{"actor":"","case_id":null,"code_id":"h2","codebook_version":"","coder_id":"anna","counterfactual":false,"directness":"said","end":88,"id":"k2","kind":null,"memo":"","polarity":"weak","prompting":"volunteered","scope":"this_case","start":77,"transcript_id":"t1"},"before":{"actor":"","case_id":null,"code_id":"h2","codebook_version":"","coder_id":"anna","counterfactual":false,"directness":"said","end":88,"id":"k2","kind":null,"memo":"","polarity":"present","prompting":"volunteered","scope":"this_case","start":77,"transcript_id":"t1"},"id":"k2","table":"codings"}]');
CREATE TABLE evidence (
	id TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	claim_id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	stance TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	case_id TEXT, 
	directness TEXT NOT NULL, 
	prompting TEXT NOT NULL, 
	memo TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	turn INTEGER, 
	speaker_id TEXT, revision INTEGER DEFAULT 1 NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT fk_evidence_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_evidence_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_evidence_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "evidence" VALUES('v1','link','r1','t1',37,49,'supports','anna','this_case',NULL,'said','volunteered','','Det gik godt',1,'s2',1);
CREATE TABLE excerpts (
	id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	revision INTEGER DEFAULT 1 NOT NULL, 
	edited TEXT NOT NULL, 
	translation TEXT NOT NULL, 
	language TEXT NOT NULL, 
	mark BOOLEAN NOT NULL, 
	at TEXT NOT NULL, 
	quote TEXT NOT NULL, 
	turn INTEGER, 
	speaker_id TEXT, 
	CONSTRAINT pk_excerpts PRIMARY KEY (id), 
	CONSTRAINT fk_excerpts_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_excerpts_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "excerpts" VALUES('x1','anna','t1',37,49,1,'Det gik [rigtig] godt','It went well','en',1,'2026-01-01T12:00:00Z','Det gik godt',1,'s2');
CREATE TABLE exhibits (
	id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	material TEXT NOT NULL, 
	title TEXT NOT NULL, 
	words TEXT NOT NULL, 
	value TEXT NOT NULL, 
	base TEXT NOT NULL, 
	"where" TEXT NOT NULL, 
	case_id TEXT, 
	CONSTRAINT pk_exhibits PRIMARY KEY (id), 
	CONSTRAINT fk_exhibits_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_exhibits_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE finishes (
	id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	CONSTRAINT pk_finishes PRIMARY KEY (id), 
	CONSTRAINT fk_finishes_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_finishes_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE forms (
	lemma TEXT NOT NULL, 
	form TEXT NOT NULL, 
	CONSTRAINT pk_forms PRIMARY KEY (lemma, form)
);
INSERT INTO "forms" VALUES('det','det');
CREATE TABLE groundings (
	id TEXT NOT NULL, 
	element_id TEXT NOT NULL, 
	coding_id TEXT NOT NULL, 
	CONSTRAINT pk_groundings PRIMARY KEY (id), 
	CONSTRAINT fk_groundings_element_id FOREIGN KEY(element_id) REFERENCES elements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_groundings_coding_id FOREIGN KEY(coding_id) REFERENCES codings (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "groundings" VALUES('g1','l1','k1');
CREATE TABLE judgements (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	words TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_judgements PRIMARY KEY (id), 
	CONSTRAINT fk_judgements_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_judgements_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE kinships (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	kin TEXT NOT NULL, 
	other_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_kinships PRIMARY KEY (id), 
	CONSTRAINT fk_kinships_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_kinships_other_id FOREIGN KEY(other_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_kinships_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE links (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	target_id TEXT NOT NULL, 
	effect TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_links PRIMARY KEY (id), 
	CONSTRAINT fk_links_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_links_source_id FOREIGN KEY(source_id) REFERENCES elements (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "links" VALUES('r1','f1','l1','l2','promotes',0);
CREATE TABLE memos (
	id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	about TEXT NOT NULL, 
	about_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	links TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_memos PRIMARY KEY (id), 
	CONSTRAINT fk_memos_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE nodes (
	id TEXT NOT NULL, 
	theory_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	"column" TEXT NOT NULL, 
	label TEXT NOT NULL, 
	hypotheses TEXT NOT NULL, 
	codes TEXT NOT NULL, 
	rolls_up_to TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_nodes PRIMARY KEY (id), 
	CONSTRAINT fk_nodes_theory_id FOREIGN KEY(theory_id) REFERENCES theories (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_nodes_rolls_up_to FOREIGN KEY(rolls_up_to) REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE places (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	element_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_places PRIMARY KEY (id), 
	CONSTRAINT fk_places_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_places_element_id FOREIGN KEY(element_id) REFERENCES elements (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "places" VALUES('p1','f1','l1','resource',0);
INSERT INTO "places" VALUES('p2','f1','l2','reasoning',1);
CREATE TABLE prompt_answers (
	id TEXT NOT NULL, 
	prompt TEXT NOT NULL, 
	configuration_id TEXT, 
	about_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	answered TEXT NOT NULL, 
	why TEXT NOT NULL, 
	at TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_prompt_answers PRIMARY KEY (id), 
	CONSTRAINT fk_prompt_answers_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_prompt_answers_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE rechecks (
	id TEXT NOT NULL, 
	coding_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	code_id TEXT NOT NULL, 
	why TEXT NOT NULL, 
	settled BOOLEAN NOT NULL, 
	CONSTRAINT pk_rechecks PRIMARY KEY (id), 
	CONSTRAINT fk_rechecks_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_rechecks_code_id FOREIGN KEY(code_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "rechecks" VALUES('r1','k1','anna','h1','H2 blev slået sammen med H1',0);
CREATE TABLE revisions (
	id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	checksum TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	source_checksum TEXT NOT NULL, 
	format TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	turns TEXT NOT NULL, 
	CONSTRAINT pk_revisions PRIMARY KEY (id), 
	CONSTRAINT fk_revisions_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_revisions_checksum FOREIGN KEY(checksum) REFERENCES texts (checksum) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE rivals (
	id TEXT NOT NULL, 
	configuration_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	wording TEXT NOT NULL, 
	fate TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	other_id TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_rivals PRIMARY KEY (id), 
	CONSTRAINT fk_rivals_configuration_id FOREIGN KEY(configuration_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_rivals_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_rivals_other_id FOREIGN KEY(other_id) REFERENCES configurations (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE speakers (
	id TEXT NOT NULL, 
	transcript_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	interviewer BOOLEAN NOT NULL, 
	position INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	CONSTRAINT pk_speakers PRIMARY KEY (id), 
	CONSTRAINT fk_speakers_transcript_id FOREIGN KEY(transcript_id) REFERENCES transcripts (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "speakers" VALUES('s1','t1','Interviewer','[]',1,0,'');
INSERT INTO "speakers" VALUES('s2','t1','Mette','["borger"]',0,1,'');
CREATE TABLE spoken_in (
	number INTEGER NOT NULL, 
	transcript_id TEXT NOT NULL, 
	checksum TEXT NOT NULL, 
	CONSTRAINT pk_spoken_in PRIMARY KEY (number), 
	CONSTRAINT uq_spoken_in_transcript_id UNIQUE (transcript_id)
);
INSERT INTO "spoken_in" VALUES(1,'t1','fa3ef377c88a80a2fc05a5d4a0e8c82b53448f6230c8403d6757d21265ace884');
CREATE TABLE standins (
	id TEXT NOT NULL, 
	element_id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	CONSTRAINT pk_standins PRIMARY KEY (id), 
	CONSTRAINT fk_standins_element_id FOREIGN KEY(element_id) REFERENCES elements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_standins_member_id FOREIGN KEY(member_id) REFERENCES elements (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE study (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	codebook_id TEXT NOT NULL, 
	language TEXT NOT NULL, rendering TEXT DEFAULT 'resource_reasoning' NOT NULL, rendering_reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_study PRIMARY KEY (id)
);
CREATE TABLE summaries (
	id TEXT NOT NULL, 
	case_id TEXT NOT NULL, 
	code_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_summaries PRIMARY KEY (id), 
	CONSTRAINT fk_summaries_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_summaries_code_id FOREIGN KEY(code_id) REFERENCES codes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_summaries_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE texts (
	checksum TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY (checksum)
);
INSERT INTO "texts" VALUES('fa3ef377c88a80a2fc05a5d4a0e8c82b53448f6230c8403d6757d21265ace884','Interviewer: Hvordan gik det?
Mette: Det gik godt, fordi hun lyttede på mig. Ærligt talt.
Interviewer: Ja.
');
CREATE TABLE theories (
	id TEXT NOT NULL, 
	codebook_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	hypothesis TEXT NOT NULL, 
	title TEXT NOT NULL, 
	note TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_theories PRIMARY KEY (id), 
	CONSTRAINT fk_theories_codebook_id FOREIGN KEY(codebook_id) REFERENCES codebooks (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE theory_links (
	id TEXT NOT NULL, 
	theory_id TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	target_id TEXT NOT NULL, 
	effect TEXT NOT NULL, 
	hypotheses TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	section TEXT NOT NULL, 
	note TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_theory_links PRIMARY KEY (id), 
	CONSTRAINT fk_theory_links_theory_id FOREIGN KEY(theory_id) REFERENCES theories (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_theory_links_source_id FOREIGN KEY(source_id) REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_theory_links_target_id FOREIGN KEY(target_id) REFERENCES nodes (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE theory_versions (
	id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	checksum TEXT NOT NULL, 
	codebook TEXT NOT NULL, 
	CONSTRAINT pk_theory_versions PRIMARY KEY (id), 
	CONSTRAINT fk_theory_versions_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_theory_versions_checksum FOREIGN KEY(checksum) REFERENCES texts (checksum) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE transcripts (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	language TEXT NOT NULL, 
	checksum TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	source_checksum TEXT NOT NULL, 
	format TEXT NOT NULL, 
	case_id TEXT, 
	date TEXT NOT NULL, 
	wave TEXT NOT NULL, 
	attributes TEXT NOT NULL, 
	notes TEXT NOT NULL, 
	turns TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	CONSTRAINT pk_transcripts PRIMARY KEY (id), 
	CONSTRAINT fk_transcripts_checksum FOREIGN KEY(checksum) REFERENCES texts (checksum) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_transcripts_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "transcripts" VALUES('t1','Mette, første samtale','da','fa3ef377c88a80a2fc05a5d4a0e8c82b53448f6230c8403d6757d21265ace884',107,'mette.txt','00','txt','c1','','','{"bemærkning":"på æøå"}','[]','[{"end":29,"speaker_id":"s1","start":13,"time":0.0},{"end":89,"speaker_id":"s2","start":37,"time":1.0},{"end":106,"speaker_id":"s1","start":103,"time":2.0}]',1);
CREATE TABLE turning_points (
	id TEXT NOT NULL, 
	case_id TEXT NOT NULL, 
	coder_id TEXT NOT NULL, 
	wording TEXT NOT NULL, 
	"when" TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	sign TEXT NOT NULL, 
	CONSTRAINT pk_turning_points PRIMARY KEY (id), 
	CONSTRAINT fk_turning_points_case_id FOREIGN KEY(case_id) REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_turning_points_coder_id FOREIGN KEY(coder_id) REFERENCES coders (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE turns (
	transcript_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	speaker_id TEXT, 
	interviewer BOOLEAN NOT NULL, 
	time FLOAT, 
	CONSTRAINT pk_turns PRIMARY KEY (transcript_id, position)
);
INSERT INTO "turns" VALUES('t1',0,13,29,'s1',1,0.0);
INSERT INTO "turns" VALUES('t1',1,37,89,'s2',0,1.0);
INSERT INTO "turns" VALUES('t1',2,103,106,'s1',1,2.0);
CREATE INDEX ix_codings_code_id ON codings (code_id);
CREATE INDEX ix_codings_coder_id_code_id_id ON codings (coder_id, code_id, id);
CREATE INDEX ix_codings_transcript_id_coder_id ON codings (transcript_id, coder_id);
CREATE INDEX ix_codings_transcript_id_start ON codings (transcript_id, start);
CREATE INDEX ix_doubts_transcript_id ON doubts (transcript_id);
CREATE INDEX ix_entries_coder_id_seq ON entries (coder_id, seq);
CREATE INDEX ix_entries_undoes ON entries (undoes);
CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);
CREATE INDEX ix_evidence_transcript_id ON evidence (transcript_id);
CREATE INDEX ix_excerpts_transcript_id ON excerpts (transcript_id);
CREATE INDEX ix_forms_form ON forms (form);
CREATE INDEX ix_groundings_coding_id ON groundings (coding_id);
CREATE INDEX ix_groundings_element_id ON groundings (element_id);
CREATE INDEX ix_links_configuration_id ON links (configuration_id);
CREATE INDEX ix_memos_about_id ON memos (about_id);
CREATE INDEX ix_places_configuration_id ON places (configuration_id);
CREATE INDEX ix_places_element_id ON places (element_id);
CREATE INDEX ix_rechecks_coding_id ON rechecks (coding_id);
CREATE INDEX ix_revisions_transcript_id ON revisions (transcript_id);
CREATE INDEX ix_speakers_transcript_id ON speakers (transcript_id);
CREATE INDEX ix_bearings_claim_id ON bearings (claim_id);
CREATE INDEX ix_bearings_exhibit_id ON bearings (exhibit_id);
CREATE INDEX ix_rivals_configuration_id ON rivals (configuration_id);
CREATE INDEX ix_kinships_configuration_id ON kinships (configuration_id);
CREATE INDEX ix_kinships_other_id ON kinships (other_id);
CREATE INDEX ix_standins_element_id ON standins (element_id);
CREATE INDEX ix_standins_member_id ON standins (member_id);
CREATE INDEX ix_comments_configuration_id ON comments (configuration_id);
CREATE INDEX ix_prompt_answers_configuration_id ON prompt_answers (configuration_id);
CREATE INDEX ix_condition_judgements_condition_id ON condition_judgements (condition_id);
CREATE INDEX ix_summaries_case_id ON summaries (case_id);
CREATE INDEX ix_turning_points_case_id ON turning_points (case_id);
CREATE INDEX ix_configurations_consolidated_in ON configurations (consolidated_in);
INSERT INTO "spoken_config" VALUES('version',4);
INSERT INTO "spoken_data" VALUES(1,X'030E');
INSERT INTO "spoken_data" VALUES(10,X'000000000101010001010101');
INSERT INTO "spoken_data" VALUES(137438953473,X'0000008F043064657484800002040102020105666F7264698480010205010367696B848000020301020302036F64748480010204010368756E84800102060206766F7264616E848000020201026A61848002020201076C797474656465848001020701036D69678480010209010370C3A58480010208010474616C74848001020B0107C3A6726C696774848001020A040D0C0D0A0A0D090E0A0A0B');
INSERT INTO "spoken_docsize" VALUES(65536,X'03');
INSERT INTO "spoken_docsize" VALUES(65537,X'0A');
INSERT INTO "spoken_docsize" VALUES(65538,X'01');
INSERT INTO "spoken_idx" VALUES(1,X'',2);
COMMIT;
