--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change (
    id bigint NOT NULL,
    watch_id bigint NOT NULL,
    from_version integer NOT NULL,
    to_version integer NOT NULL,
    occasion integer NOT NULL,
    kind text NOT NULL,
    direction text,
    field text,
    field_key text NOT NULL,
    before json,
    after json,
    summary text NOT NULL,
    severity text NOT NULL,
    detected_at timestamp with time zone NOT NULL,
    since timestamp with time zone,
    CONSTRAINT ck_change_kind CHECK ((length(kind) > 0)),
    CONSTRAINT ck_change_severity CHECK ((severity = ANY (ARRAY['critical'::text, 'high'::text, 'medium'::text, 'low'::text]))),
    CONSTRAINT ck_change_versions CHECK (((from_version >= 0) AND (to_version >= from_version)))
);


--
-- Name: change_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: change_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.change_id_seq OWNED BY public.change.id;


--
-- Name: check_count; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.check_count (
    watch_id bigint NOT NULL,
    day date NOT NULL,
    outcome text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT ck_check_count_count CHECK ((count > 0)),
    CONSTRAINT ck_check_count_outcome CHECK ((outcome = ANY (ARRAY['changed'::text, 'unchanged'::text, 'not_modified'::text, 'missing'::text, 'blocked'::text, 'failed'::text, 'disallowed'::text])))
)
WITH (fillfactor='60');


--
-- Name: holder; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.holder (
    id integer NOT NULL,
    pid integer NOT NULL,
    host text NOT NULL,
    what text NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT ck_holder_one_row CHECK ((id = 1))
);


--
-- Name: host; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.host (
    id bigint NOT NULL,
    name text NOT NULL,
    crawl_delay double precision,
    failures integer NOT NULL,
    paused_until timestamp with time zone,
    robots_checked_at timestamp with time zone,
    CONSTRAINT ck_host_crawl_delay CHECK ((crawl_delay >= (0)::double precision)),
    CONSTRAINT ck_host_failures CHECK ((failures >= 0))
);


--
-- Name: host_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.host_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: host_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.host_id_seq OWNED BY public.host.id;


--
-- Name: host_slot; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.host_slot (
    host_id bigint NOT NULL,
    slot integer NOT NULL,
    next_due_at timestamp with time zone,
    lease_no integer NOT NULL,
    CONSTRAINT ck_host_slot_slot CHECK ((slot >= 0))
)
WITH (fillfactor='60');


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id bigint NOT NULL,
    change_id bigint NOT NULL,
    watch_id bigint NOT NULL,
    target text NOT NULL,
    message_id text NOT NULL,
    state text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    lease_until timestamp with time zone,
    last_error text,
    sent_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_notice_attempts CHECK ((attempts >= 0)),
    CONSTRAINT ck_notice_lease CHECK (((state = 'leased'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT ck_notice_sent CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
    CONSTRAINT ck_notice_state CHECK ((state = ANY (ARRAY['waiting'::text, 'leased'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);


--
-- Name: notice_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: notice_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;


--
-- Name: snapshot; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.snapshot (
    sha256 text NOT NULL,
    size integer NOT NULL,
    keyframe text,
    data bytea NOT NULL,
    CONSTRAINT ck_snapshot_keyframe CHECK ((keyframe <> sha256)),
    CONSTRAINT ck_snapshot_sha256 CHECK ((length(sha256) = 64)),
    CONSTRAINT ck_snapshot_size CHECK ((size >= 0))
);


--
-- Name: version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.version (
    watch_id bigint NOT NULL,
    seq integer NOT NULL,
    observed_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    record json NOT NULL,
    snapshot text,
    reader_version integer NOT NULL,
    final_url text,
    headers json NOT NULL,
    reread boolean NOT NULL,
    CONSTRAINT ck_version_seq CHECK ((seq > 0))
);


--
-- Name: watch; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch (
    id bigint NOT NULL,
    url text NOT NULL,
    host_id bigint NOT NULL,
    slot integer NOT NULL,
    kind text,
    interval_seconds integer,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    etag text,
    last_modified text,
    body_hash text,
    record_hash text,
    reader_version integer,
    remind_at timestamp with time zone,
    CONSTRAINT ck_watch_interval_seconds CHECK ((interval_seconds > 0)),
    CONSTRAINT ck_watch_kind CHECK ((kind = ANY (ARRAY['posting'::text, 'board'::text]))),
    CONSTRAINT ck_watch_url CHECK ((length(url) > 0))
);


--
-- Name: watch_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: watch_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.watch_id_seq OWNED BY public.watch.id;


--
-- Name: watch_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_state (
    host_id bigint NOT NULL,
    slot integer NOT NULL,
    watch_id bigint NOT NULL,
    paused boolean NOT NULL,
    next_check_at timestamp with time zone,
    last_checked_at timestamp with time zone,
    last_outcome text,
    last_reason text,
    status text NOT NULL,
    version integer NOT NULL,
    revision integer NOT NULL,
    last_seen_at timestamp with time zone,
    last_change_at timestamp with time zone,
    last_good_at timestamp with time zone,
    missing_since timestamp with time zone,
    failures integer NOT NULL,
    failing_since timestamp with time zone,
    blind text,
    CONSTRAINT ck_watch_state_blind CHECK ((blind = ANY (ARRAY['unreachable'::text, 'blocked'::text]))),
    CONSTRAINT ck_watch_state_counters CHECK (((version >= 0) AND (revision >= 0) AND (failures >= 0))),
    CONSTRAINT ck_watch_state_last_outcome CHECK ((last_outcome = ANY (ARRAY['changed'::text, 'unchanged'::text, 'not_modified'::text, 'missing'::text, 'blocked'::text, 'failed'::text, 'disallowed'::text]))),
    CONSTRAINT ck_watch_state_paused CHECK (((NOT paused) OR (next_check_at IS NULL))),
    CONSTRAINT ck_watch_state_status CHECK ((status = ANY (ARRAY['open'::text, 'upcoming'::text, 'closed'::text, 'removed'::text, 'unknown'::text])))
)
WITH (fillfactor='60');


--
-- Name: watch_tag; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.watch_tag (
    watch_id bigint NOT NULL,
    tag text NOT NULL,
    CONSTRAINT ck_watch_tag_tag CHECK ((length(tag) > 0))
);


--
-- Name: change id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change ALTER COLUMN id SET DEFAULT nextval('public.change_id_seq'::regclass);


--
-- Name: host id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.host ALTER COLUMN id SET DEFAULT nextval('public.host_id_seq'::regclass);


--
-- Name: notice id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);


--
-- Name: watch id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch ALTER COLUMN id SET DEFAULT nextval('public.watch_id_seq'::regclass);


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0001');


--
-- Data for Name: change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.change VALUES (1, 1, 1, 2, 0, 'pay_changed', 'raised', 'pay', 'pay', '{"min":"55","max":"55","currency":"USD","unit":"hour","implied":[],"annual_min":"114400","annual_max":"114400","text":"The hourly rate for this position is $55 USD"}', '{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"}', 'Pay raised: $55 → $60 an hour', 'high', '2026-11-21 20:49:45+00', '2026-11-21 20:49:34+00');
INSERT INTO public.change VALUES (2, 1, 2, 3, 0, 'pay_changed', 'raised', 'pay', 'pay', '{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"}', '{"min":"62","max":"62","currency":"USD","unit":"hour","implied":[],"annual_min":"128960","annual_max":"128960","text":"The hourly rate for this position is $62 USD"}', 'Pay raised: $60 → $62 an hour', 'high', '2026-11-21 20:50:05+00', '2026-11-21 20:49:45+00');


--
-- Data for Name: check_count; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.check_count VALUES (2, '2026-11-21', 'changed', 1);
INSERT INTO public.check_count VALUES (1, '2026-11-21', 'changed', 3);
INSERT INTO public.check_count VALUES (2, '2026-11-21', 'unchanged', 2);


--
-- Data for Name: holder; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: host; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.host VALUES (1, '127.0.0.1:40765', NULL, 0, NULL, NULL);


--
-- Data for Name: host_slot; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.host_slot VALUES (1, 0, '2026-11-22 02:31:09.222802+00', 0);


--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notice VALUES (2, 2, 1, 'mail', 'e0e369012b7b2c216f3de27e3c0aaf71876e9246@posting-monitor', 'waiting', '2026-11-21 20:50:05.23107+00', 0, NULL, NULL, NULL, '2026-11-21 20:50:05+00');
INSERT INTO public.notice VALUES (1, 1, 1, 'mail', '4e1daffff8c54bbc7bd92a113c77b20bd131f62a@posting-monitor', 'waiting', '2026-11-21 20:51:18.927871+00', 1, NULL, 'connection refused by 127.0.0.1:9', NULL, '2026-11-21 20:49:45+00');


--
-- Data for Name: snapshot; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.snapshot VALUES ('96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156', 1880, NULL, '\x28b52ffd645806fd1f00a67eb032404fd21c03c2aa288aa2e86a18db62ab96d4f8d8db5a699bb08b342b3f4534e2da03910961d1b0cdb63ff9d06e32c32b6944a300a5009f009ae1db9c587109a8317e50fb5138d4e789184fe0683854c392b25ecb27290c932ad4c2ea566b987be5c942076a61c882b84a26e9b313d4c22c8f8842f64c2a44bea4a03aa94b33a18fb25e1ecce9d62367214961925a9ac6f2e8a7fd767d799ab13d1181bc96873ef91426393017f27dd4b9b2fedbb3e4b5a71006a5ae5b27b5289888745c1ead0c93ad67eb939493ca925a9e2e0fc94bf7a428f734bb4251af7500a449b9b816776e405c0fef641d9483515c5fac30e1b4e7af9d1b66f39d97e70cd5c91b0d37a77bbb320d0a85f3e2f23b2e24af30d7974dcefdd489cd871b3967ec3a0763d2dbd650838bd5e290ada01c2c29937daf504bf378db989519404f0a78e88271f9c3d3b1419b8013c92ccd449449511093b85faee62028df340cac24cf513a7738a26e0f9e01d7c3277ae12246dc399de85b0d0a4a8a6a18930a58b00b02670ba672da16c6b3d3422d0d64ee68a7d30c4a9dc68c0608b770f1466381a379a704020bd1f6d5419aa439bd3eada186d86e181b8e004180737be385ce8d357ce4605ca62055c8faba5a24b230ee9f8511481d2854e5d4b36e93bf651d5d5cbbc18902b8ef8c4e428905bb785e23c30829acf8bac8a4751e296b095dadf79da13e6d6e6e728591532d28aa392651b053679f5f2530dd237b6815c64e8d6c2fbc50cd058a724f3349d196b1bbae1caf1d4e11a5b3dd1c6e376e1c14d4de8dc0d4e84000e5854f8849ca00635203750b0f53ddf535b6f279be5532d997e1a8bec78dd8edcbe7939da00cb0a49a491abff6083647e7516012c3378d4673e0af6d05052904123116a8ddea78a26f2927854911cc08211ae1cd2388c4c290705ead39eeaa78f9468200978824ebf6b1a51ace962a84d15c014779dd3a13783f7d74a5bbb8ae178083282002428c610e3d1170a9936a46d2a45067670c1f26c069629e0314c15866abc5091c93da7c41e1f10db666914231e29267115e0258f8919686594e04bf2923dd914c592050deea08d0023c08f1a6ec3c497322001990a0a0ae61e339548a6e81089012dd30f4070b2b021be83302768eac3d2834485d3748bc1f073cfd4d0011a85c71dd9b03886ba71afe02fae7fb517f17848d2b701404872709b3a2d086893bfc4f8014b68ac7da4315fed81fc0c67303c669e178419d8dc98d652e7d14a117c418d0073ff416860bfdce879c01c69a0849e40199d3067f3916051830cf9c063b5b617ff4511ca2b4ca34e4425a89377f1763ac576cc5203185a06001947b5dbc2169c430e01fe13006e84d9c810dc084f589d8c31a04042d585eb1433213ea8d1f1d04292b207976bf3560a2e1ea83ed94a23a253830040f40e9');
INSERT INTO public.snapshot VALUES ('4aca3741b505a248382ab9ba34b3345a79710374479dec5c1b2b577caeb60cd0', 1627, NULL, '\x28b52ffd645b0515180006328c2410739b03e068e24693f5d2ddff62eb2e2b5b4565a64abe5794bafd9a20c78e08005080aa8100850081001a1decd9f6ca979d0dac61683dce9ab3545a09d638cda4a2f3bd2d16d2e46253a3a6cd43a092be6e26cc2dba57d1428b71166b9e483369a92dd7bd91fab14d5099ec9a894a4d32ce8a665be82b69747d7db9678b8452a70ba6b1612fd62410549a6a26ad3cdb736fadd26251d3b75823b59958648b5f0c8b52bfeb54b5db086005ca9a218171aa4a68910fafb060cd03516f222db04d52731d52530b118276188c8b456a31ec79ced2b819ec999c55a096369de1eb5f36c6ad3c9147f2824852cb9f1ab28e61748dd3eaf4e7e0bbfc35bc9ce36e9fa30829884d8b6192e72c8427f23c46bda85c8d773b4ff0b19cda72e20a93d404ced05230c95b8c93b0498b719cc5c01a0eb3511352884b5e41afe234b50f38cab51b15b5197176b0995ac740edbb6c8f20047ca0b26c5cf99c6afc39d589c29a673ed26e51994690db6298c3929a6ff8085b526f1ac1374f58b9b4b3f281aadbbb5c5ef62c35edc7d8240a9b74521d29f78fb91c9172a4b9956e11e3151607ad9b83c104c3174614c3d30c5b2a74943f375b0c8b523b8b51f8b1ebae4c5d395e50b568fbf9dc860c37d8d4deadb0324b18a3a6732b0afd83db5929906b0884701633685abdb9c51f0428ef3c7c655fb5e9fa3498c15bac9f05b284af663315c90967cd3f9188e4e0122e059b3ea9fdf61582d33144519aa9dd1af9a272613be5c5388b256dae289f1a4995a4759a51054f203002428c39681d226580cf32cc2b01011923d22e72033c44425bd09e653a125918c03a470e0a8a301c4e58084f60d05dc8b16124036fe75637400b81378766830102697a321824edc250f3b5a7f9de01e124c38e6e581776c83a2bbc65a42bc8cb4dafd96508ae302b20ca30167ab7aaf676a073d02c54e111cc3a68a14849f361642e716886e5a284666bce8cd082e79f002d905f9c8ac10f95611d9215c02b2217d8fc1058c9022c07834c20cc14a23592b042cbf5530f829715f07d76b1d610ad06850f8d4f296a4e05050c2afaf7ab');
INSERT INTO public.snapshot VALUES ('f41665cf88e1bdae98f41e7e40561ee5abece134647f86badb5b562c2671633b', 1845, '96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156', '\x28b52ffd6435064d0500e2c5131980b939404414f9bdb2ed1b16b31bd13d9c666ce0026023d2207d1ee4e310dae8b5ce70ffb750724e55f061cbefc4c1ac38819a2515c11444540a0c1d2ac73c19f185b174824e49211ed400b46ddb1fa0801c29488b85ddc022096402b91ee01c67e0854192ad9dfc88205453ed6e86a7e533c77f6743a0a873d969e1130e2a745034a95288be9a157c2c3bf82640ddac155436293ba837ac9a9478dd737240e5ed686b2aaa82277673');
INSERT INTO public.snapshot VALUES ('29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457', 1854, '96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156', '\x28b52ffd643e063d0300f402353535353535363235223e5369676e616c2050726f636e6720576f726b533522416e616c7973746772616d6d65353513a0805cc5b51df0a2892ad90370e6476d4137b9ec7d3a504454b6ea395858772f444fdb7a2d75526f54e592b823ed90c2cd686beadf69af61e7');


--
-- Data for Name: version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.version VALUES (2, 1, '2026-11-21 20:49:34+00', '2026-11-21 20:49:34+00', '{"verdict":"hub","reasons":["it lists 6 roles"],"posting":null,"roles":[{"title":"ML Engineer","url":"http://127.0.0.1:40765/jobs/tonewell-0"},{"title":"Research Scientist","url":"http://127.0.0.1:40765/jobs/tonewell-1"},{"title":"Audio AI Engineer","url":"http://127.0.0.1:40765/jobs/tonewell-2"},{"title":"Data Scientist","url":"http://127.0.0.1:40765/jobs/tonewell-3"},{"title":"ML Platform Engineer","url":"http://127.0.0.1:40765/jobs/tonewell-4"}],"whole":true}', '4aca3741b505a248382ab9ba34b3345a79710374479dec5c1b2b577caeb60cd0', 3, 'http://127.0.0.1:40765/companies/tonewell', '{"content-type":"text/html; charset=utf-8"}', false);
INSERT INTO public.version VALUES (1, 1, '2026-11-21 20:49:34+00', '2026-11-21 20:49:34+00', '{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"55","max":"55","currency":"USD","unit":"hour","implied":[],"annual_min":"114400","annual_max":"114400","text":"The hourly rate for this position is $55 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:40765/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $55 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $55 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 22 days ago · 301 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}', '96445ba6ed418d3e7f42b3bcc121567bc61612ab747a3a89b7d57d9ea0195156', 3, 'http://127.0.0.1:40765/jobs/audio-research-intern', '{"content-type":"text/html; charset=utf-8"}', false);
INSERT INTO public.version VALUES (1, 2, '2026-11-21 20:49:45+00', '2026-11-21 20:49:45+00', '{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"60","max":"60","currency":"USD","unit":"hour","implied":[],"annual_min":"124800","annual_max":"124800","text":"The hourly rate for this position is $60 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:40765/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $60 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $60 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 23 days ago · 303 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}', 'f41665cf88e1bdae98f41e7e40561ee5abece134647f86badb5b562c2671633b', 3, 'http://127.0.0.1:40765/jobs/audio-research-intern', '{"content-type":"text/html; charset=utf-8"}', false);
INSERT INTO public.version VALUES (1, 3, '2026-11-21 20:50:05+00', '2026-11-21 20:50:05+00', '{"verdict":"posting","reasons":["it has 2 of the sections that postings have","a role''s title stands over a text","its title names a role","a title stands over a text","its text states pay or a deadline","it names 1 facts that postings name","it asks to apply"],"posting":{"title":"2027 Summer Internship, Audio Research (PhD)","organization":"Tonewell","locations":["New York City"],"status":"open","pay":{"min":"62","max":"62","currency":"USD","unit":"hour","implied":[],"annual_min":"128960","annual_max":"128960","text":"The hourly rate for this position is $62 USD"},"deadline":{"at":"2027-03-05T17:00:00Z","date_only":false,"zone":"America/New_York","text":"last day to apply is March 5, 2027 at 12:00 PM ET"},"workplace":"hybrid","employment_type":"internship","posted_on":null,"starts_on":"2027-06","duration":"10 weeks","requisition_id":null,"apply_url":"http://127.0.0.1:40765/apply/audio-research-intern","language":"en","sections":[{"kind":"responsibilities","heading":"Job Description","text":"Tonewell looks for students who care about sound. The internship lasts about 10 weeks and starts in mid-June 2027."},{"kind":"responsibilities","heading":"What You''ll Do","text":"- Prototype features on top of large audio models.\n- Measure what listeners notice, and what they do not."},{"kind":"requirements","heading":"Who You Are","text":"- You pursue a PhD and graduate in 2027 or 2028.\n- You write Python with ease."},{"kind":"location","heading":"Where You''ll Be","text":"You work from our New York City office three days a week.\nThe hourly rate for this position is $62 USD and it is overtime eligible.\nThe last day to apply is March 5, 2027 at 12:00 PM ET."}],"commentary":null,"evidence":{"apply_control":{"source":"markup","text":"Apply now","where":"markup:body"},"apply_url":{"source":"markup","text":"Apply now","where":"markup:a@href"},"deadline":{"source":"text","text":"last day to apply is March 5, 2027 at 12:00 PM ET","where":"chars:598-647"},"duration":{"source":"text","text":"internship lasts about 10 weeks","where":"chars:181-212"},"employment_type":{"source":"text","text":"Summer Internship","where":"chars:5-22"},"language":{"source":"text","text":"Job Description","where":"chars:111-126"},"locations":{"source":"text","text":"New York City","where":"chars:56-69"},"organization":{"source":"text","text":"Tonewell","where":"chars:45-53"},"pay":{"source":"text","text":"The hourly rate for this position is $62 USD","where":"chars:520-564"},"posted_between":{"source":"text","text":"Tonewell · New York City · 22 days ago · 305 applicants","where":"chars:45-100"},"requirements.degree":{"source":"text","text":"PhD and graduate in 2027 or 2028","where":"chars:384-416"},"requirements.graduation_years":{"source":"text","text":"graduate in 2027 or 2028","where":"chars:392-416"},"starts_on":{"source":"text","text":"starts in mid-June 2027","where":"chars:217-240"},"status":{"source":"text","text":"Apply now","where":"chars:101-110"},"title":{"source":"markup","text":"2027 Summer Internship, Audio Research (PhD)","where":"chars:0-44"},"workplace":{"source":"text","text":"You work from our New York City office three days a week","where":"chars:462-518"}},"conflicts":{}},"roles":null,"whole":true}', '29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457', 3, 'http://127.0.0.1:40765/jobs/audio-research-intern', '{"content-type":"text/html; charset=utf-8"}', false);


--
-- Data for Name: watch; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.watch VALUES (2, 'http://127.0.0.1:40765/companies/tonewell', 1, 0, 'board', NULL, '2026-11-21 20:49:26.866595+00', NULL, NULL, NULL, NULL, 'a34de38d742670488564121275387cbf0eed183f2fba720e37ac6dc0544191e1', 3, NULL);
INSERT INTO public.watch VALUES (1, 'http://127.0.0.1:40765/jobs/audio-research-intern', 1, 0, 'posting', NULL, '2026-11-21 20:49:25.214721+00', NULL, NULL, NULL, '29dfbeb337e1d7579041cb284b0c4113e6c3cc83a0054c2efa013195d9f9e457', 'ca26dbde4a44472d9197f6c00cc1a3b6a994f93aed9cc7ab27367b3c1636cae8', 3, '2027-02-26 17:00:00+00');


--
-- Data for Name: watch_state; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.watch_state VALUES (1, 0, 1, false, '2026-11-22 02:33:45.2641+00', '2026-11-21 20:50:05+00', 'changed', 'pay_changed', 'open', 3, 5, '2026-11-21 20:50:05+00', '2026-11-21 20:50:05+00', '2026-11-21 20:50:05+00', NULL, 0, NULL, NULL);
INSERT INTO public.watch_state VALUES (1, 0, 2, true, NULL, '2026-11-21 20:50:05+00', 'unchanged', 'the page reads as before', 'unknown', 1, 5, '2026-11-21 20:50:05+00', NULL, '2026-11-21 20:50:05+00', NULL, 0, NULL, NULL);


--
-- Data for Name: watch_tag; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.watch_tag VALUES (1, 'summer');


--
-- Name: change_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.change_id_seq', 2, true);


--
-- Name: host_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.host_id_seq', 8, true);


--
-- Name: notice_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.notice_id_seq', 2, true);


--
-- Name: watch_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.watch_id_seq', 2, true);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: change pk_change; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT pk_change PRIMARY KEY (id);


--
-- Name: check_count pk_check_count; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_count
    ADD CONSTRAINT pk_check_count PRIMARY KEY (watch_id, day, outcome);


--
-- Name: holder pk_holder; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.holder
    ADD CONSTRAINT pk_holder PRIMARY KEY (id);


--
-- Name: host pk_host; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.host
    ADD CONSTRAINT pk_host PRIMARY KEY (id);


--
-- Name: host_slot pk_host_slot; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.host_slot
    ADD CONSTRAINT pk_host_slot PRIMARY KEY (host_id, slot);


--
-- Name: notice pk_notice; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);


--
-- Name: snapshot pk_snapshot; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT pk_snapshot PRIMARY KEY (sha256);


--
-- Name: version pk_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version
    ADD CONSTRAINT pk_version PRIMARY KEY (watch_id, seq);


--
-- Name: watch pk_watch; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch
    ADD CONSTRAINT pk_watch PRIMARY KEY (id);


--
-- Name: watch_state pk_watch_state; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_state
    ADD CONSTRAINT pk_watch_state PRIMARY KEY (host_id, slot, watch_id);


--
-- Name: watch_tag pk_watch_tag; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_tag
    ADD CONSTRAINT pk_watch_tag PRIMARY KEY (watch_id, tag);


--
-- Name: change uq_change_watch_id_to_version_kind_field_key_occasion; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT uq_change_watch_id_to_version_kind_field_key_occasion UNIQUE (watch_id, to_version, kind, field_key, occasion);


--
-- Name: host uq_host_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.host
    ADD CONSTRAINT uq_host_name UNIQUE (name);


--
-- Name: notice uq_notice_change_id_target; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_change_id_target UNIQUE (change_id, target);


--
-- Name: watch uq_watch_host_id_slot_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch
    ADD CONSTRAINT uq_watch_host_id_slot_id UNIQUE (host_id, slot, id);


--
-- Name: watch uq_watch_url; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch
    ADD CONSTRAINT uq_watch_url UNIQUE (url);


--
-- Name: ix_change_detected_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_change_detected_at ON public.change USING btree (detected_at);


--
-- Name: ix_host_slot_next_due_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_host_slot_next_due_at ON public.host_slot USING btree (next_due_at);


--
-- Name: ix_notice_pending; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_pending ON public.notice USING btree (target, watch_id, change_id) WHERE (state = ANY (ARRAY['waiting'::text, 'leased'::text]));


--
-- Name: ix_notice_watch_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_notice_watch_id ON public.notice USING btree (watch_id);


--
-- Name: ix_snapshot_keyframe; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_snapshot_keyframe ON public.snapshot USING btree (keyframe);


--
-- Name: ix_version_snapshot; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_version_snapshot ON public.version USING btree (snapshot);


--
-- Name: ix_watch_remind_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_watch_remind_at ON public.watch USING btree (remind_at);


--
-- Name: change fk_change_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT fk_change_watch_id FOREIGN KEY (watch_id) REFERENCES public.watch(id) ON DELETE CASCADE;


--
-- Name: check_count fk_check_count_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.check_count
    ADD CONSTRAINT fk_check_count_watch_id FOREIGN KEY (watch_id) REFERENCES public.watch(id) ON DELETE CASCADE;


--
-- Name: host_slot fk_host_slot_host_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.host_slot
    ADD CONSTRAINT fk_host_slot_host_id FOREIGN KEY (host_id) REFERENCES public.host(id) ON DELETE CASCADE;


--
-- Name: notice fk_notice_change_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_change_id FOREIGN KEY (change_id) REFERENCES public.change(id) ON DELETE CASCADE;


--
-- Name: notice fk_notice_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_watch_id FOREIGN KEY (watch_id) REFERENCES public.watch(id) ON DELETE CASCADE;


--
-- Name: snapshot fk_snapshot_keyframe; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT fk_snapshot_keyframe FOREIGN KEY (keyframe) REFERENCES public.snapshot(sha256);


--
-- Name: version fk_version_snapshot; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_snapshot FOREIGN KEY (snapshot) REFERENCES public.snapshot(sha256);


--
-- Name: version fk_version_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.version
    ADD CONSTRAINT fk_version_watch_id FOREIGN KEY (watch_id) REFERENCES public.watch(id) ON DELETE CASCADE;


--
-- Name: watch fk_watch_host_id_slot; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch
    ADD CONSTRAINT fk_watch_host_id_slot FOREIGN KEY (host_id, slot) REFERENCES public.host_slot(host_id, slot);


--
-- Name: watch_state fk_watch_state_host_id_slot_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_state
    ADD CONSTRAINT fk_watch_state_host_id_slot_watch_id FOREIGN KEY (host_id, slot, watch_id) REFERENCES public.watch(host_id, slot, id) ON DELETE CASCADE;


--
-- Name: watch_tag fk_watch_tag_watch_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.watch_tag
    ADD CONSTRAINT fk_watch_tag_watch_id FOREIGN KEY (watch_id) REFERENCES public.watch(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


