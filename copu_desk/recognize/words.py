"""What kind of word it is: a person's name, an organisation, a post, a handle."""

import re

# The surnames of nearly all Chinese people, simplified and traditional.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎雷龙史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪"
    "翟安颜倪温芦牛鲁葛俞毕聂丛焦柳邢关岳齐梅庄辛管祝左涂谷时舒耿卜路詹苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋"
    "植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连"
    "郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥"
    "保和蔺水云昌凤酆皮元平湛禹狄贝麻席季娘支咎经裘缪干宣贲杭诸钮嵇滑荣羊於惠曲加羿储汲邴松富乌巴弓牧隗山宓蓬郗班仰秋"
    "伊暴斜厉戎祖束幸韶蓟印宿怀蒲鄂索咸籍卓池胥能苍双闻莘翟谭贡劳逄扶堵宰郦雍却璩濮寿通扈郏浦尚农别阎充慕茹宦鱼容暨居衡步"
    "耿满弘国寇广禄阙东沃利蔚越隆师巩厍晁勾融訾阚那空毋乜养鞠须丰巢相后红游权逯益桓公仝覃粟苌闪但代麦邝招植冒佘过漆帅仉"
    "張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮蕭葉魏蘇呂盧鍾姜譚陸範賈閻龍賀顧龔錢戴嚴湯喬賴龐蘭顏畢聶叢關齊莊紀項陽衛鮑單寧閔車邊饒"
    "章尧敬昝火鄔臧宮蓋穆黨連欒計竇遲藍鞏練樂應鄒溫蔣費歐"
)
_COMPOUND = frozenset(
    re.findall(
        "..",
        "欧阳司马上官诸葛东方皇甫尉迟公孙慕容令狐司徒长孙宇文夏侯轩辕端木百里呼延南宫独孤西门申屠太史澹台淳于万俟闻人赫连拓跋完颜"
        "公冶宗政濮阳单于仲孙钟离鲜于闾丘司空歐陽司馬東方諸葛",
    )
)
# Words that begin with the sign of a surname and name nobody, by themselves or with what follows.
_NOBODY = frozenset(
    ["安全", "水务", "水利", "农业", "文化", "国际", "金融", "应急", "计财", "司法", "商务", "保卫", "公共", "公司"]
)
_NOBODY_BEGINS = frozenset(
    [
        "党委",
        "党组",
        "党总",
        "党支",
        "纪委",
        "纪检",
        "常务",
        "常委",
        "车间",
        "项目",
        "平台",
        "高级",
        "居委",
        "居民",
        "全体",
        "全员",
    ]
)
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = re.compile(f"[{HAN}]+")
_DOTTED = re.compile(f"[{HAN}]{{1,10}}(?:[·•・‧．][{HAN}]{{1,10}}){{1,4}}")
_LATIN = re.compile(r"[^\W\d_][\w.'’&-]{0,30}(?: [^\W\d_][\w.'’-]{0,30}){0,3}")
_ORGANIZATION = re.compile(
    f"[{HAN}\\w &.·-]{{1,40}}(?:公司|集团|大学|学院|研究院|研究所|中心|协会|学会|商会|联盟|基金会|委员会|实验室|社区|科技"
    "|软件|信息|技术|银行|医院|学校|中学|小学|工作室|事务所|股份|出版社|报社|杂志社|工委|联合会|促进会|筹备组|秘书处|办公室|大队"
    f"|Inc\\.?|Ltd\\.?|Foundation)|[{HAN}]{{2,20}}[部局处司厅委办院所署网组科]"
)
_POST = re.compile(
    f"[{HAN}\\w·]{{0,20}}(?:主席|主任|理事长|理事|秘书长|会长|部长|局长|处长|科长|所长|院长|校长|厅长|司长|组长|社长|站长|行长|经理"
    "|总监|总裁|董事长|董事|监事|教授|讲师|研究员|工程师|架构师|分析师|高工|院士|博士|老师|专家|顾问|委员|代表|书记|主编|编辑"
    "|安全员|质量员|质检员|施工员|资料员|材料员|技术员|网格员|组织员|联络员|信息员|管理员|辅导员|指导员|教导员|调研员|科员|办事员"
    "|总工|副总|常委|成员|队员|护士长|护士|医师|医生|班长|队长|楼长|园长|镇长|乡长|村长|区长|县长|市长|馆长|台长|会计师|出纳|政委"
    "|记者|负责人|主管|助理|干事|秘书|律师|会计|专员|学生|同学|先生|女士|同志|召集人|联系人|开发者|志愿者|维护者)"
    "|[Cc][A-Za-z]O|S?VP|[Mm]aintainer|[Cc]ommitter"
)
_NUMBER = re.compile(
    "(?:议题|议程|事项|[Tt]opic|第)?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])|议题|议程|事项|[Tt]opic"
)
_HANDLE = re.compile(r"@[\w./-]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+){1,5}|https?://\S+")


def is_han(word: str) -> bool:
    """Tell whether a word is Chinese characters alone."""
    return _HAN.fullmatch(word) is not None


def like_name(word: str) -> bool:
    """Tell whether a word looks like a person's name: a known surname and one or two characters, or Latin words."""
    if is_han(word):
        if word in _NOBODY or word[:2] in _NOBODY_BEGINS or word.endswith("副"):  # 王副校长
            return False
        if word[:2] in _COMPOUND:
            return 3 <= len(word) <= 4  # noqa: PLR2004 - 欧阳娜, 欧阳娜娜
        return 2 <= len(word) <= 3 and word[0] in _SURNAMES and not like_post(word)  # noqa: PLR2004
    return _DOTTED.fullmatch(word) is not None or like_latin(word)


def like_parted(surname: str, given: str) -> bool:
    """Tell whether two words are the halves of one name: `石 勇`, `欧阳 明月`; 东方 before a whole name is a company."""
    if not is_han(given) or (surname in ("东方", "東方") and like_name(given)):
        return False
    longest = 2 if surname in _COMPOUND else 1 if len(surname) == 1 and is_han(surname) else 0
    return len(given) <= longest


def like_latin(word: str) -> bool:
    """Tell whether words look like a name in Latin letters: `Anna.AI`, `Eric Yuan`, `zhangsan`."""
    if _LATIN.fullmatch(word) is None or _HAN.search(word):
        return False
    parts = word.split(" ")
    return len(parts) == 1 or all(part[0].isupper() for part in parts)


def like_organization(word: str) -> bool:
    """Tell whether a word ends as organisations do."""
    return _ORGANIZATION.fullmatch(word) is not None


def like_post(word: str) -> bool:
    """Tell whether a word ends as posts and forms of address do."""
    return _POST.fullmatch(word) is not None


def is_call(word: str) -> bool:
    """Tell whether a word is what colleagues call somebody: 老周, 小陈, 阿May, 刘工, 周总."""
    if len(word) == 2 and word[0] in _SURNAMES and word[1] in "总工姐哥叔姨老董局处科院校":  # noqa: PLR2004
        return True
    return word[:1] in ("老", "小", "阿", "大") and (word[1:] in _SURNAMES or like_latin(word[1:]))


def is_post_alone(word: str) -> bool:
    """Tell whether a word is a post and names nobody: 党委副书记, 董事长; 王主任 is somebody."""
    if not like_post(word) or not is_han(word):
        return False
    surname = 2 if word[:2] in _COMPOUND else int(word[0] in _SURNAMES and word[:2] not in _NOBODY_BEGINS)
    return not (surname and len(word) <= surname + 3 and like_post(word[surname:]))


def is_number(word: str) -> bool:
    """Tell whether a word only counts: `3`, `十二`, `议题一`, `第三`."""
    return _NUMBER.fullmatch(word) is not None


def is_handle(word: str) -> bool:
    """Tell whether a word is an `@id`, an e-mail address or a link."""
    return _HANDLE.fullmatch(word) is not None
