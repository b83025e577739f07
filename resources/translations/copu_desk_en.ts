<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>ActionRecords</name>
        <message>
            <source>移动待办</source>
            <translation>Move action</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>ActionsPage</name>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>会议</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>（不属于任何议程）</source>
            <translation>(of no agenda item)</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>这次会议还没有待办。按“添加”写一项，也可以在议程里写。</source>
            <translation>This meeting has no actions yet. "Add" writes one; so does the agenda.</translation>
        </message>
        <message>
            <source>以前的会议没有留下没办完的待办。</source>
            <translation>Earlier meetings left no open actions.</translation>
        </message>
        <message>
            <source>添加待办</source>
            <translation>Add action</translation>
        </message>
        <message>
            <source>删除待办</source>
            <translation>Delete action</translation>
        </message>
        <message>
            <source>转入待办</source>
            <translation>Carry action on</translation>
        </message>
        <message>
            <source>本次会议的待办(&amp;T)</source>
            <translation>Ac&amp;tions of this meeting</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>删除(&amp;R)</source>
            <translation>&amp;Remove</translation>
        </message>
        <message>
            <source>删除所选待办</source>
            <translation>Delete the chosen actions</translation>
        </message>
        <message>
            <source>本次会议的待办</source>
            <translation>Actions of this meeting</translation>
        </message>
        <message>
            <source>以前会议还没办完的(&amp;P)</source>
            <translation>Still o&amp;pen from earlier meetings</translation>
        </message>
        <message>
            <source>转入本次(&amp;C)</source>
            <translation>&amp;Carry into this meeting</translation>
        </message>
        <message>
            <source>把所选待办转入本次会议</source>
            <translation>Carry the chosen actions into this meeting</translation>
        </message>
        <message>
            <source>以前会议还没办完的待办</source>
            <translation>Actions still open from earlier meetings</translation>
        </message>
        <message>
            <source>待办说明</source>
            <translation>About the actions</translation>
        </message>
    </context>
    <context>
        <name>AgendaPage</name>
        <message>
            <source>添加议程</source>
            <translation>Add agenda item</translation>
        </message>
        <message>
            <source>粘贴议程</source>
            <translation>Paste agenda</translation>
        </message>
        <message>
            <source>删除议程</source>
            <translation>Delete agenda item</translation>
        </message>
        <message>
            <source>添加决议</source>
            <translation>Add decision</translation>
        </message>
        <message>
            <source>添加待办</source>
            <translation>Add action</translation>
        </message>
        <message>
            <source>删除决议</source>
            <translation>Delete decision</translation>
        </message>
        <message>
            <source>删除待办</source>
            <translation>Delete action</translation>
        </message>
        <message>
            <source>去掉空行</source>
            <translation>Remove empty row</translation>
        </message>
        <message>
            <source>议程(&amp;I)</source>
            <translation>Agenda &amp;items</translation>
        </message>
        <message>
            <source>议程列表</source>
            <translation>Agenda items</translation>
        </message>
        <message>
            <source>在最后一项按回车添加，Alt+↑/↓ 移动，Delete 删除</source>
            <translation>Enter on the last item adds one, Alt+↑/↓ moves, Delete deletes</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>删除(&amp;R)</source>
            <translation>&amp;Remove</translation>
        </message>
        <message>
            <source>删除所选议程</source>
            <translation>Delete the chosen items</translation>
        </message>
        <message>
            <source>↑</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>上移（Alt+↑）</source>
            <translation>Move up (Alt+↑)</translation>
        </message>
        <message>
            <source>↓</source>
            <translation>↓</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>下移（Alt+↓）</source>
            <translation>Move down (Alt+↓)</translation>
        </message>
        <message>
            <source>标题(&amp;T)</source>
            <translation>&amp;Title</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>议程标题，回车回到列表</source>
            <translation>Title of the item; Enter goes back to the list</translation>
        </message>
        <message>
            <source>汇报人(&amp;P)</source>
            <translation>&amp;Presenter</translation>
        </message>
        <message>
            <source>汇报人</source>
            <translation>Presenter</translation>
        </message>
        <message>
            <source>姓名或拼音首字母</source>
            <translation>Name or pinyin initials</translation>
        </message>
        <message>
            <source>类型(&amp;K)</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>分节(&amp;S)</source>
            <translation>&amp;Section</translation>
        </message>
        <message>
            <source>分节标题</source>
            <translation>Section heading</translation>
        </message>
        <message>
            <source>另起一节，如：二、审议事项</source>
            <translation>Begins a section, e.g. 二、审议事项</translation>
        </message>
        <message>
            <source>印在本项之前的小节标题</source>
            <translation>The heading printed before this item</translation>
        </message>
        <message>
            <source>计划(&amp;N)</source>
            <translation>Pla&amp;nned</translation>
        </message>
        <message>
            <source>计划用时</source>
            <translation>Planned time</translation>
        </message>
        <message>
            <source> 分</source>
            <translation> min</translation>
        </message>
        <message>
            <source>未定</source>
            <translation>not planned</translation>
        </message>
        <message>
            <source>开始(&amp;B)</source>
            <translation>&amp;Begun</translation>
        </message>
        <message>
            <source>开始时间</source>
            <translation>Time of beginning</translation>
        </message>
        <message>
            <source>09:30</source>
            <translation>09:30</translation>
        </message>
        <message>
            <source>至(&amp;U)</source>
            <translation>Ended (&amp;U)</translation>
        </message>
        <message>
            <source>结束时间</source>
            <translation>Time of ending</translation>
        </message>
        <message>
            <source>10:15</source>
            <translation>10:15</translation>
        </message>
        <message>
            <source>计时</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>开始或停止计时</source>
            <translation>Start or stop the clock</translation>
        </message>
        <message>
            <source>开始或停止计时（F5）</source>
            <translation>Start or stop the clock (F5)</translation>
        </message>
        <message>
            <source>用时</source>
            <translation>Time taken</translation>
        </message>
        <message>
            <source>导语(&amp;L)</source>
            <translation>&amp;Lead</translation>
        </message>
        <message>
            <source>导语</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>引出本项的一句话</source>
            <translation>A sentence that introduces the item</translation>
        </message>
        <message>
            <source>讨论(&amp;Z)</source>
            <translation>Discussion (&amp;Z)</translation>
        </message>
        <message>
            <source>讨论</source>
            <translation>Discussion</translation>
        </message>
        <message>
            <source>讨论了什么，一段一行</source>
            <translation>What was discussed, a line for each paragraph</translation>
        </message>
        <message>
            <source>决议(&amp;J)</source>
            <translation>Decisions (&amp;J)</translation>
        </message>
        <message>
            <source>添加决议(&amp;Y)</source>
            <translation>Add decision (&amp;Y)</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>删除所选决议</source>
            <translation>Delete the chosen decisions</translation>
        </message>
        <message>
            <source>决议</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>回车编辑或添加，Delete 删除，Alt+↑/↓ 移动</source>
            <translation>Enter edits or adds, Delete deletes, Alt+↑/↓ moves</translation>
        </message>
        <message>
            <source>待办(&amp;D)</source>
            <translation>Actions (&amp;D)</translation>
        </message>
        <message>
            <source>添加待办(&amp;W)</source>
            <translation>Add action (&amp;W)</translation>
        </message>
        <message>
            <source>删除所选待办</source>
            <translation>Delete the chosen actions</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>期限可以写 12-31、下周五、月底</source>
            <translation>A due date may be 12-31, 下周五 or 月底</translation>
        </message>
        <message>
            <source>附文(&amp;O)</source>
            <translation>Essays (&amp;O)</translation>
        </message>
        <message>
            <source>本项的附文</source>
            <translation>Essays of this item</translation>
        </message>
        <message>
            <source>回车或点击打开</source>
            <translation>Enter or a click opens one</translation>
        </message>
        <message>
            <source>还没有议程</source>
            <translation>No agenda yet</translation>
        </message>
        <message>
            <source>在左边的列表里按回车，或按“添加”，写下第一项议程；通知里的议程可以整个粘贴（Ctrl+V）。</source>
            <translation>Press Enter in the list on the left, or "Add", and write the first item; an agenda from a notice can be pasted as a whole (Ctrl+V).</translation>
        </message>
    </context>
    <context>
        <name>AllActionsPage</name>
        <message>
            <source>未完成</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>已过期</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>办好待办</source>
            <translation>Finish action</translation>
        </message>
        <message>
            <source>不再办理</source>
            <translation>Dropped</translation>
        </message>
        <message>
            <source>重新打开待办</source>
            <translation>Reopen action</translation>
        </message>
        <message>
            <source>所有人</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>全部系列</source>
            <translation>All series</translation>
        </message>
        <message>
            <source>还没有待办。会议里定下的待办都会列在这里。</source>
            <translation>There are no actions yet. All that meetings decide to do will stand here.</translation>
        </message>
        <message>
            <source>没有符合条件的待办。可以换一个条件。</source>
            <translation>No action fits. Try another filter.</translation>
        </message>
        <message numerus="yes">
            <source>{} 项，其中 {} 项已过期</source>
            <translation>
                <numerusform>{} action, {} of them overdue</numerusform>
                <numerusform>{} actions, {} of them overdue</numerusform>
            </translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>待办里的词</source>
            <translation>Words of an action</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>只看谁的</source>
            <translation>Only whose</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>只看哪个系列</source>
            <translation>Only of which series</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>只看哪种状态</source>
            <translation>Only in which state</translation>
        </message>
        <message>
            <source>所有会议的待办</source>
            <translation>Actions of all meetings</translation>
        </message>
        <message>
            <source>办好了(&amp;D)</source>
            <translation>&amp;Done</translation>
        </message>
        <message>
            <source>办好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>了结所选的待办（空格）；可以撤销</source>
            <translation>Close the chosen actions (Space); can be undone</translation>
        </message>
        <message>
            <source>不再办理(&amp;X)</source>
            <translation>Drop (&amp;X)</translation>
        </message>
        <message>
            <source>不再办理所选的待办；可以撤销</source>
            <translation>Drop the chosen actions; can be undone</translation>
        </message>
        <message>
            <source>重新打开(&amp;O)</source>
            <translation>Re&amp;open</translation>
        </message>
        <message>
            <source>重新打开</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>让所选的待办回到未完成（空格）</source>
            <translation>Set the chosen actions back to open (Space)</translation>
        </message>
        <message>
            <source>去往会议(&amp;G)</source>
            <translation>&amp;Go to meeting</translation>
        </message>
        <message>
            <source>去往会议</source>
            <translation>Go to meeting</translation>
        </message>
        <message>
            <source>打开这项待办所在的会议（Ctrl+回车）</source>
            <translation>Open the meeting of this action (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>待办数目</source>
            <translation>Number of actions</translation>
        </message>
    </context>
    <context>
        <name>AttendanceDialog</name>
        <message>
            <source>全部会议</source>
            <translation>All meetings</translation>
        </message>
        <message>
            <source>导出…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message numerus="yes">
            <source>共 {} 次会议。</source>
            <translation>
                <numerusform>{} meeting in all.</numerusform>
                <numerusform>{} meetings in all.</numerusform>
            </translation>
        </message>
        <message>
            <source>这段时间里没有会议。</source>
            <translation>There is no meeting in this time.</translation>
        </message>
        <message>
            <source>导出考勤表</source>
            <translation>Export attendance</translation>
        </message>
        <message>
            <source>系列(&amp;S)</source>
            <translation>&amp;Series</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>从(&amp;F)</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>yyyy年M月d日</source>
            <translation>yyyy-MM-dd</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到(&amp;U)</source>
            <translation>&amp;Until</translation>
        </message>
        <message>
            <source>到</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>包含的会议</source>
            <translation>Meetings included</translation>
        </message>
        <message>
            <source>导出或取消</source>
            <translation>Export or cancel</translation>
        </message>
    </context>
    <context>
        <name>AttendancePage</name>
        <message>
            <source>全部日期</source>
            <translation>All days</translation>
        </message>
        <message>
            <source>今年</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>去年</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>近十二个月</source>
            <translation>Last twelve months</translation>
        </message>
        <message>
            <source>近三个月</source>
            <translation>Last three months</translation>
        </message>
        <message>
            <source>自定日期</source>
            <translation>Other days</translation>
        </message>
        <message>
            <source>复制图片(&amp;C)</source>
            <translation>&amp;Copy picture</translation>
        </message>
        <message>
            <source>存为图片(&amp;S)…</source>
            <translation>&amp;Save picture…</translation>
        </message>
        <message>
            <source>全部系列</source>
            <translation>All series</translation>
        </message>
        <message>
            <source>正在统计考勤</source>
            <translation>Counting attendance</translation>
        </message>
        <message>
            <source>统计停下了，没有统计完。换一个系列或时间，会重新统计。</source>
            <translation>Counting was stopped before it was done. Choose another series or period to count again.</translation>
        </message>
        <message>
            <source>全部单位</source>
            <translation>All</translation>
        </message>
        <message>
            <source>（未填单位）</source>
            <translation>(no organization)</translation>
        </message>
        <message>
            <source>还没有会议。记下几次会议的到会情况，这里就会画出每个人、每次会议的出席。</source>
            <translation>No meetings yet. Note who came to a few, and each person's and each meeting's attendance is drawn here.</translation>
        </message>
        <message>
            <source>这段时间里没有会议，或者没有登记到会情况。换一个系列、时间或单位试试。</source>
            <translation>No meeting in this time, or nobody's presence is noted. Try another series, time or organization.</translation>
        </message>
        <message>
            <source>{} 次会议，{} 人；应到 {} 人次，出席 {}，请假 {}，缺席 {}；出席率 {}，线上占比 {}</source>
            <translation>Meetings: {}, people: {}; expected {}, came {}, excused {}, absent {}; rate {}, online {}</translation>
        </message>
        <message>
            <source>；另有 {} 人次没有登记，不计在内</source>
            <translation>; {} more not recorded, not counted</translation>
        </message>
        <message>
            <source>考勤</source>
            <translation>Attendance</translation>
        </message>
        <message>
            <source>系列(&amp;S)</source>
            <translation>&amp;Series</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>时间(&amp;P)</source>
            <translation>&amp;Period</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>从哪一天</source>
            <translation>From which day</translation>
        </message>
        <message>
            <source>yyyy-MM-dd</source>
            <translation>yyyy-MM-dd</translation>
        </message>
        <message>
            <source>至</source>
            <translation>to</translation>
        </message>
        <message>
            <source>到哪一天</source>
            <translation>To which day</translation>
        </message>
        <message>
            <source>单位(&amp;O)</source>
            <translation>&amp;Organization</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>导出考勤表(&amp;X)…</source>
            <translation>E&amp;xport…</translation>
        </message>
        <message>
            <source>导出考勤表</source>
            <translation>Export attendance</translation>
        </message>
        <message>
            <source>复制图片</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>合计</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>出席率走势</source>
            <translation>How the rate went</translation>
        </message>
        <message>
            <source>人员和会议的到会情况</source>
            <translation>Presence by people and meetings</translation>
        </message>
        <message>
            <source>标记说明</source>
            <translation>What the marks mean</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Explanation</translation>
        </message>
    </context>
    <context>
        <name>AttendanceTasks</name>
        <message>
            <source>{}考勤表</source>
            <translation>{} attendance</translation>
        </message>
        <message>
            <source>会议</source>
            <translation>Meetings</translation>
        </message>
        <message>
            <source>{} {}至{}</source>
            <translation>{} {} to {}</translation>
        </message>
        <message>
            <source>导出考勤表</source>
            <translation>Export attendance</translation>
        </message>
        <message>
            <source>Excel 工作簿 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>正在统计考勤</source>
            <translation>Counting attendance</translation>
        </message>
        <message>
            <source>签到表</source>
            <translation>Sign-in sheet</translation>
        </message>
        <message>
            <source>给临时来宾留几行空白：</source>
            <translation>Empty rows for unexpected guests:</translation>
        </message>
        <message>
            <source>Word 文档 (*.docx);;PDF (*.pdf)</source>
            <translation>Word document (*.docx);;PDF (*.pdf)</translation>
        </message>
        <message>
            <source>{}签到表</source>
            <translation>{} sign-in sheet</translation>
        </message>
        <message>
            <source>复制图片</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>图片已复制，可以粘贴到 Word、WPS 或聊天窗口。</source>
            <translation>The picture is copied; paste it into Word, WPS or a chat.</translation>
        </message>
        <message>
            <source>存为图片</source>
            <translation>Save picture</translation>
        </message>
        <message>
            <source>图片 (*.png)</source>
            <translation>Picture (*.png)</translation>
        </message>
    </context>
    <context>
        <name>AttendeeRecords</name>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>到会</source>
            <translation>Presence</translation>
        </message>
        <message>
            <source>到会时间</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>离会时间</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>移动参会人</source>
            <translation>Move attendee</translation>
        </message>
        <message>
            <source>{} 第{}项</source>
            <translation>{} item {}</translation>
        </message>
    </context>
    <context>
        <name>AttendeesPage</name>
        <message>
            <source>下一种标记</source>
            <translation>Next mark</translation>
        </message>
        <message>
            <source>现在到会／离会</source>
            <translation>Arrives / leaves now</translation>
        </message>
        <message>
            <source>补记现在到会</source>
            <translation>Had arrived by now</translation>
        </message>
        <message>
            <source>编辑</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>粘贴名单</source>
            <translation>Paste list of names</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>反选</source>
            <translation>Invert</translation>
        </message>
        <message>
            <source>清除标记</source>
            <translation>Clear marks</translation>
        </message>
        <message>
            <source>人员名册</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>点名 {}</source>
            <translation>Call {}</translation>
        </message>
        <message numerus="yes">
            <source>有 {} 位可能是“{}”。用 ↑↓ 选一位再按回车，或在姓名后加空格和单位。</source>
            <translation>
                <numerusform>{} person may be "{}". Choose with ↑↓ and press Enter, or write a space and the organization after the name.</numerusform>
                <numerusform>{} people may be "{}". Choose one with ↑↓ and press Enter, or write a space and the organization after the name.</numerusform>
            </translation>
        </message>
        <message>
            <source>名单和人员名册里都没有“{}”。再按一次回车，作为列席人员加入。</source>
            <translation>"{}" is neither in the list nor in the roster. Press Enter again to add an observer.</translation>
        </message>
        <message>
            <source>剪贴板里没有名单。</source>
            <translation>There is no list of names on the clipboard.</translation>
        </message>
        <message>
            <source>加入人员名册</source>
            <translation>Add to roster</translation>
        </message>
        <message>
            <source>标为{}</source>
            <translation>Mark as {}</translation>
        </message>
        <message>
            <source>到离会时间</source>
            <translation>Time of arriving or leaving</translation>
        </message>
        <message>
            <source>全部到场</source>
            <translation>All present</translation>
        </message>
        <message>
            <source>添加参会人</source>
            <translation>Add attendee</translation>
        </message>
        <message>
            <source>删除参会人</source>
            <translation>Remove attendee</translation>
        </message>
        <message numerus="yes">
            <source>加入人员名册全部 {} 人(&amp;B)</source>
            <translation>
                <numerusform>Add the {} person of the roster (&amp;B)</numerusform>
                <numerusform>Add all {} people of the roster (&amp;B)</numerusform>
            </translation>
        </message>
        <message>
            <source>点名(&amp;N)</source>
            <translation>Roll call (&amp;N)</translation>
        </message>
        <message>
            <source>点名</source>
            <translation>Roll call</translation>
        </message>
        <message>
            <source>姓名、名字的一部分或拼音首字母，回车＝现场；末尾加 +＝线上，/＝请假，-＝缺席</source>
            <translation>Name, part of it or pinyin initials; Enter: in the room; ending in +: online, /: excused, -: absent</translation>
        </message>
        <message>
            <source>粘贴整份名单也可以：甲、乙、丙(线上)</source>
            <translation>A whole list may be pasted too: 甲、乙、丙(线上)</translation>
        </message>
        <message>
            <source>点名结果</source>
            <translation>What the roll call heard</translation>
        </message>
        <message>
            <source>同时加入人员名册(&amp;R)</source>
            <translation>Add to the &amp;roster as well</translation>
        </message>
        <message>
            <source>同时加入人员名册</source>
            <translation>Add to the roster as well</translation>
        </message>
        <message>
            <source>按 Ctrl+回车也会同时加入人员名册</source>
            <translation>Ctrl+Enter adds to the roster as well</translation>
        </message>
        <message>
            <source>到会人数</source>
            <translation>Who came</translation>
        </message>
        <message>
            <source>参会人员名单</source>
            <translation>List of attendees</translation>
        </message>
        <message>
            <source>所选的人的连接记录</source>
            <translation>Connections of the selected person</translation>
        </message>
        <message>
            <source>全部到场(&amp;X)</source>
            <translation>All present (&amp;X)</translation>
        </message>
        <message>
            <source>把还没有标记的人都标为现场</source>
            <translation>Mark everybody without a mark as in the room</translation>
        </message>
        <message>
            <source>反选(&amp;I)</source>
            <translation>&amp;Invert</translation>
        </message>
        <message>
            <source>现场与未到对调，其他标记不变</source>
            <translation>Swap in the room and not marked; other marks stay</translation>
        </message>
        <message>
            <source>清除(&amp;C)</source>
            <translation>&amp;Clear</translation>
        </message>
        <message>
            <source>清除全部到会标记和时间</source>
            <translation>Clear all marks and times</translation>
        </message>
        <message>
            <source>会议平台名单(&amp;O)…</source>
            <translation>Platf&amp;orm list…</translation>
        </message>
        <message>
            <source>导入腾讯会议、飞书、Teams、Zoom 等导出的参会名单（Ctrl+Shift+I）</source>
            <translation>Import the attendance report of Tencent Meeting, Feishu, Teams, Zoom and others (Ctrl+Shift+I)</translation>
        </message>
        <message>
            <source>导入会议平台名单</source>
            <translation>Import attendance report</translation>
        </message>
        <message>
            <source>添加一人(&amp;A)</source>
            <translation>&amp;Add person</translation>
        </message>
        <message>
            <source>添加一人，在表里填写</source>
            <translation>Add somebody, and fill in the row</translation>
        </message>
        <message>
            <source>添加一人</source>
            <translation>Add somebody</translation>
        </message>
        <message>
            <source>删除(&amp;D)</source>
            <translation>&amp;Delete</translation>
        </message>
        <message>
            <source>删除所选的人（Delete）</source>
            <translation>Remove the chosen people (Delete)</translation>
        </message>
        <message>
            <source>删除所选的人</source>
            <translation>Remove the chosen people</translation>
        </message>
        <message>
            <source>还没有参会人</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>在上面的点名框里输入姓名，按回车；
          或者复制一份名单，粘贴进来：甲、乙、丙(线上)。</source>
            <translation>Type a name into the roll-call box above and press Enter;
          or copy a list and paste it: 甲、乙、丙(线上).</translation>
        </message>
        <message>
            <source>加入人员名册全部人员(&amp;B)</source>
            <translation>Add all people of the roster (&amp;B)</translation>
        </message>
        <message>
            <source>加入人员名册全部人员，都还是未到</source>
            <translation>Add all people of the roster, not marked yet</translation>
        </message>
        <message>
            <source>粘贴名单(&amp;P)</source>
            <translation>&amp;Paste list</translation>
        </message>
        <message>
            <source>把剪贴板里的名单加进来</source>
            <translation>Add the list that is on the clipboard</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <source>自动备份没有成功：{}</source>
            <translation>The automatic backup failed: {}</translation>
        </message>
        <message>
            <source>备份与恢复…</source>
            <translation>Back up and restore…</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>COPU Desk 备份 {}.copu</source>
            <translation>COPU Desk backup {}.copu</translation>
        </message>
        <message>
            <source>另存一份备份</source>
            <translation>Save a backup</translation>
        </message>
        <message>
            <source>资料库 (*.copu)</source>
            <translation>Libraries (*.copu)</translation>
        </message>
        <message>
            <source>备份好了：{}</source>
            <translation>Backed up: {}</translation>
        </message>
        <message>
            <source>从备份恢复</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>恢复这个备份吗？</source>
            <translation>Restore this backup?</translation>
        </message>
        <message>
            <source>现在的资料库会先备份一份，可以再恢复回来。</source>
            <translation>The library as it is now is backed up first, and can be brought back.</translation>
        </message>
        <message>
            <source>恢复(&amp;R)</source>
            <translation>&amp;Restore</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>正在比较备份…</source>
            <translation>Comparing the backup…</translation>
        </message>
        <message>
            <source>最后的改动还没有保存，现在不能恢复。请先解决上面提示的问题。</source>
            <translation>The last changes are not saved, so nothing can be restored now. Please see to the problem told above first.</translation>
        </message>
        <message>
            <source>恢复好了。恢复之前的资料库也备份了一份。</source>
            <translation>Restored. The library as it was before is backed up as well.</translation>
        </message>
        <message>
            <source>正在备份现在的资料库…</source>
            <translation>Backing up the present library…</translation>
        </message>
        <message>
            <source>检查资料库</source>
            <translation>Check the library</translation>
        </message>
        <message>
            <source>资料库完好：文件、内容和查找的索引都没有问题。</source>
            <translation>The library is sound: its file, what is in it, and the index of the search.</translation>
        </message>
        <message numerus="yes">
            <source>发现 {} 处问题。</source>
            <translation>
                <numerusform>{} problem found.</numerusform>
                <numerusform>{} problems found.</numerusform>
            </translation>
        </message>
        <message>
            <source>重建索引(&amp;I)</source>
            <translation>Rebuild &amp;index</translation>
        </message>
        <message>
            <source>备份与恢复(&amp;R)…</source>
            <translation>Back up and &amp;restore…</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>索引重建好了。</source>
            <translation>The index is rebuilt.</translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>请选择要恢复的备份。损坏的资料库会移到一旁，不会删除。</source>
            <translation>Choose the backup to restore. The damaged library is put aside, not deleted.</translation>
        </message>
        <message>
            <source>自动</source>
            <translation>Automatic</translation>
        </message>
        <message>
            <source>升级之前</source>
            <translation>Before an upgrade</translation>
        </message>
        <message>
            <source>恢复之前</source>
            <translation>Before a restore</translation>
        </message>
        <message>
            <source>手动</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>{:.1f} MB</source>
            <translation>{:.1f} MB</translation>
        </message>
        <message>
            <source>从哪个备份恢复</source>
            <translation>From which backup</translation>
        </message>
        <message>
            <source>资料库的备份 (*.copu)</source>
            <translation>Backups of libraries (*.copu)</translation>
        </message>
        <message>
            <source>另外也备份到哪个文件夹</source>
            <translation>Into which other folder</translation>
        </message>
        <message>
            <source>备份与恢复</source>
            <translation>Back up and restore</translation>
        </message>
        <message>
            <source>每天第一次使用和每次退出时自动备份并检查，保留最近 7 天、4 周、12 个月的。</source>
            <translation>Backups are made and checked at the first use of a day and at each exit; those of 7 days, 4 weeks and 12 months are kept.</translation>
        </message>
        <message>
            <source>已有的备份</source>
            <translation>Backups there are</translation>
        </message>
        <message>
            <source>另外也备份到(&amp;A)</source>
            <translation>&amp;Also back up into</translation>
        </message>
        <message>
            <source>（没有）建议选另一块磁盘或 U 盘上的文件夹</source>
            <translation>(none) A folder on another disk or a USB stick is advisable</translation>
        </message>
        <message>
            <source>第二个备份文件夹</source>
            <translation>Second folder of backups</translation>
        </message>
        <message>
            <source>选择(&amp;S)…</source>
            <translation>Choo&amp;se…</translation>
        </message>
        <message>
            <source>选择第二个备份文件夹</source>
            <translation>Choose the second folder</translation>
        </message>
        <message>
            <source>不用(&amp;X)</source>
            <translation>None (&amp;X)</translation>
        </message>
        <message>
            <source>不用第二个备份文件夹</source>
            <translation>No second folder</translation>
        </message>
        <message>
            <source>现在备份(&amp;B)</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>现在备份</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>另存一份(&amp;C)…</source>
            <translation>Save a &amp;copy…</translation>
        </message>
        <message>
            <source>另存一份</source>
            <translation>Save a copy</translation>
        </message>
        <message>
            <source>从其他文件恢复(&amp;F)…</source>
            <translation>Restore from another &amp;file…</translation>
        </message>
        <message>
            <source>从其他文件恢复</source>
            <translation>Restore from another file</translation>
        </message>
        <message>
            <source>恢复所选的(&amp;R)…</source>
            <translation>&amp;Restore the chosen one…</translation>
        </message>
        <message>
            <source>恢复所选的备份</source>
            <translation>Restore the chosen backup</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Band</name>
        <message>
            <source>关闭提示</source>
            <translation>Close this message</translation>
        </message>
    </context>
    <context>
        <name>BringBack</name>
        <message>
            <source>带回修改稿</source>
            <translation>Bring back corrections</translation>
        </message>
        <message>
            <source>Word 文档 (*.docx *.doc *.wps)</source>
            <translation>Word documents (*.docx *.doc *.wps)</translation>
        </message>
        <message>
            <source>“{}”是从这里导出的：{}。</source>
            <translation>"{}" was exported from here: {}.</translation>
        </message>
        <message>
            <source>把其中的修改带回这次会议，还是当作另一次会议导入？</source>
            <translation>Bring its corrections back to that meeting, or import it as another one?</translation>
        </message>
        <message>
            <source>带回修改</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>“{}”和 {} 导出的内容相比：</source>
            <translation>"{}" compared with what was exported on {}:</translation>
        </message>
        <message>
            <source>没有要带回的修改：文件里的文字和纪要一样，或者已经放进去了。</source>
            <translation>There is nothing to bring back: the file says what the minutes say, or its corrections are in already.</translation>
        </message>
        <message>
            <source>没有放回“{}”里的修改：它所属的会议已经不在窗口里，可能被另一个程序移到了回收站。</source>
            <translation>The changes of "{}" were not put in: the meeting it belongs to is no longer in the window; another program may have moved it to the trash. </translation>
        </message>
        <message>
            <source>请先打开或恢复那次会议，再带回一次。</source>
            <translation>Open or restore that meeting first, then bring the file back again.</translation>
        </message>
        <message>
            <source>领导修改</source>
            <translation>Corrected by leadership</translation>
        </message>
        <message>
            <source>“{}”里放不进去的修改：</source>
            <translation>Corrections in "{}" that have no place:</translation>
        </message>
        <message numerus="yes">
            <source>放回了 {} 处修改。</source>
            <translation>
                <numerusform>{} correction is in.</numerusform>
                <numerusform>{} corrections are in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{} 处放不进去的记在速记里（F4）。</source>
            <translation>
                <numerusform> {} that has no place is in the scratch pad (F4).</numerusform>
                <numerusform> {} that have no place are in the scratch pad (F4).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ColumnsDialog</name>
        <message>
            <source>（不用）</source>
            <translation>(not used)</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>入会时间</source>
            <translation>Time joined</translation>
        </message>
        <message>
            <source>离会时间</source>
            <translation>Time left</translation>
        </message>
        <message>
            <source>时长</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>单位或部门</source>
            <translation>Organization or department</translation>
        </message>
        <message>
            <source>邮箱或工号</source>
            <translation>E-mail or staff number</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>没有认出“{}”的各列。请在第一行选出每列是什么，至少要有姓名；以后同样的表头就认得了。</source>
            <translation>The columns of "{}" are not known. Please choose in the first row what each column holds, at least the name; the same headings will be known from then on.</translation>
        </message>
        <message>
            <source>第 {} 张</source>
            <translation>Sheet {}</translation>
        </message>
        <message>
            <source>继续</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>第 {} 列是什么</source>
            <translation>What column {} holds</translation>
        </message>
        <message>
            <source>请指明哪一列是姓名。</source>
            <translation>Please say which column holds the names.</translation>
        </message>
        <message>
            <source>“{}”选了两列，请只留一列。</source>
            <translation>"{}" is chosen for two columns; please keep only one.</translation>
        </message>
        <message>
            <source>指明各列</source>
            <translation>Name the columns</translation>
        </message>
        <message>
            <source>要做什么</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>工作表(&amp;S)</source>
            <translation>&amp;Sheet</translation>
        </message>
        <message>
            <source>哪一张工作表</source>
            <translation>Which sheet</translation>
        </message>
        <message>
            <source>表头在第几行(&amp;H)</source>
            <translation>Row of &amp;headings</translation>
        </message>
        <message>
            <source>表头在第几行</source>
            <translation>Row of headings</translation>
        </message>
        <message>
            <source>文件里的表格；第一行选每列是什么</source>
            <translation>The table in the file; the first row says what each column holds</translation>
        </message>
        <message>
            <source>还缺什么</source>
            <translation>What is missing</translation>
        </message>
    </context>
    <context>
        <name>Connected</name>
        <message>
            <source>连接记录</source>
            <translation>Connections</translation>
        </message>
        <message>
            <source>{} 的连接记录</source>
            <translation>Connections of {}</translation>
        </message>
        <message>
            <source>名单上没有人对应这个名字。</source>
            <translation>Nobody on the list goes by this name.</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Ctrl+L 看每一段</source>
            <translation>Ctrl+L shows each connection</translation>
        </message>
        <message>
            <source>{}：没有连接记录。</source>
            <translation>{}: no connections.</translation>
        </message>
        <message>
            <source>{} 等 {} 段</source>
            <translation>{} and more, {} in all</translation>
        </message>
        <message>
            <source>起止不明</source>
            <translation>times unknown</translation>
        </message>
        <message>
            <source>{}：在线 {}（{}），见 {}。</source>
            <translation>{}: online {} ({}), see {}.</translation>
        </message>
    </context>
    <context>
        <name>ConnectionList</name>
        <message>
            <source>入会</source>
            <translation>Joined</translation>
        </message>
        <message>
            <source>离会</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>时长</source>
            <translation>Duration</translation>
        </message>
        <message>
            <source>名字</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>账号</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>出处</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>不明</source>
            <translation>unknown</translation>
        </message>
    </context>
    <context>
        <name>CorrectionsDialog</name>
        <message>
            <source>放回纪要</source>
            <translation>Put into the minutes</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>处理</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>改动</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>（没有位置）</source>
            <translation>(no place)</translation>
        </message>
        <message>
            <source>格式：{}</source>
            <translation>Format: {}</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>批注：{}</source>
            <translation>Comment: {}</translation>
        </message>
        <message>
            <source>新增：{}</source>
            <translation>New: {}</translation>
        </message>
        <message>
            <source>删去：{}</source>
            <translation>Removed: {}</translation>
        </message>
        <message>
            <source>批注</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>放不进去</source>
            <translation>No place</translation>
        </message>
        <message>
            <source>✓ 接受</source>
            <translation>✓ Accepted</translation>
        </message>
        <message>
            <source>✗ 不接受</source>
            <translation>✗ Rejected</translation>
        </message>
        <message>
            <source>待定</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>纪要的文字没有删除线。画线要是为了删去，请在纪要里删。</source>
            <translation>Minutes have no strikethrough. If the words are meant to go, delete them in the minutes.</translation>
        </message>
        <message>
            <source>这里的格式由版式决定，要改请改版式。</source>
            <translation>How this looks is up to the house style; to change it, change the style.</translation>
        </message>
        <message>
            <source>这处改动在纪要里没有对应的地方，请看着办；文字可以选中复制。</source>
            <translation>This change has no place in the minutes: please see to it yourself; the text can be selected and copied.</translation>
        </message>
        <message>
            <source>接受后印出来是：</source>
            <translation>Once accepted it is printed as:</translation>
        </message>
        <message>
            <source>修订人：{}</source>
            <translation>Revised by: {}</translation>
        </message>
        <message>
            <source>接受 {} 处，不接受 {} 处，待定 {} 处（按不接受处理）。</source>
            <translation>{} accepted, {} rejected, {} open (taken as rejected). </translation>
        </message>
        <message numerus="yes">
            <source>另有 {} 处放不进去。</source>
            <translation>
                <numerusform>{} more has no place.</numerusform>
                <numerusform>{} more have no place.</numerusform>
            </translation>
        </message>
        <message>
            <source>带回修改稿</source>
            <translation>Bring back corrections</translation>
        </message>
        <message>
            <source>比较的结果</source>
            <translation>Result of the comparison</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Corrections</translation>
        </message>
        <message>
            <source>这处修改</source>
            <translation>This correction</translation>
        </message>
        <message>
            <source>接受(&amp;A)</source>
            <translation>&amp;Accept</translation>
        </message>
        <message>
            <source>不接受(&amp;R)</source>
            <translation>&amp;Reject</translation>
        </message>
        <message>
            <source>全部接受(&amp;L)</source>
            <translation>Accept A&amp;ll</translation>
        </message>
        <message>
            <source>全部不接受(&amp;N)</source>
            <translation>Reject A&amp;ll</translation>
        </message>
        <message>
            <source>放不进去的文字记进速记(&amp;K)</source>
            <translation>&amp;Keep what has no place in the scratch pad</translation>
        </message>
        <message>
            <source>放不进去的文字记进速记</source>
            <translation>Keep what has no place in the scratch pad</translation>
        </message>
        <message>
            <source>放回纪要或取消</source>
            <translation>Put into the minutes, or cancel</translation>
        </message>
    </context>
    <context>
        <name>DecisionRecords</name>
        <message>
            <source>移动决议</source>
            <translation>Move decision</translation>
        </message>
        <message>
            <source>决议</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Ayes</translation>
        </message>
        <message>
            <source>反对</source>
            <translation>Noes</translation>
        </message>
        <message>
            <source>弃权</source>
            <translation>Abst.</translation>
        </message>
        <message>
            <source>表决</source>
            <translation>Votes</translation>
        </message>
    </context>
    <context>
        <name>DueRecords</name>
        <message>
            <source>没有认出这是哪一天，按原话保留。可以写 12-31、下周五、月底。</source>
            <translation>This was not understood as a day and is kept as it was said. You can write 12-31, 下周五 or 月底.</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
    </context>
    <context>
        <name>Elsewhere</name>
        <message>
            <source>别处的改动</source>
            <translation>Changed elsewhere</translation>
        </message>
        <message>
            <source>正在编辑的会议被另一个程序移到了回收站，可从“会议”菜单恢复。</source>
            <translation>Another program moved this meeting to the trash; it comes back from the menu "Meeting".</translation>
        </message>
        <message>
            <source>另一个程序改动了资料库，已经显示最新的内容。</source>
            <translation>Another program changed the library; what is shown is as it is now.</translation>
        </message>
    </context>
    <context>
        <name>EssayFiles</name>
        <message>
            <source>从文件导入附文</source>
            <translation>Import essays from files</translation>
        </message>
        <message>
            <source>文章 ({})</source>
            <translation>Texts ({})</translation>
        </message>
        <message>
            <source>正在读附文</source>
            <translation>Reading essays</translation>
        </message>
        <message numerus="yes">
            <source>请留意这 {} 点：</source>
            <translation>
                <numerusform>Please look at this {} point:</numerusform>
                <numerusform>Please look at these {} points:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EssaysPage</name>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>导入附文</source>
            <translation>Import essays</translation>
        </message>
        <message>
            <source>（不属于任何议程）</source>
            <translation>(of no agenda item)</translation>
        </message>
        <message>
            <source>标题、作者、出处</source>
            <translation>Title, author, source</translation>
        </message>
        <message>
            <source>议程 {}</source>
            <translation>item {}</translation>
        </message>
        <message>
            <source>标题(&amp;T)：{}</source>
            <translation>&amp;Title: {}</translation>
        </message>
        <message>
            <source>{} 字 · {} 段</source>
            <translation>Characters: {} · paragraphs: {}</translation>
        </message>
        <message>
            <source>添加附文</source>
            <translation>Add essay</translation>
        </message>
        <message>
            <source>粘贴附文</source>
            <translation>Paste essay</translation>
        </message>
        <message>
            <source>删除附文</source>
            <translation>Delete essay</translation>
        </message>
        <message>
            <source>移动附文</source>
            <translation>Move essay</translation>
        </message>
        <message>
            <source>附文(&amp;W)</source>
            <translation>Essays (&amp;W)</translation>
        </message>
        <message>
            <source>附文列表</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>从文件导入(&amp;O)…</source>
            <translation>Imp&amp;ort from file…</translation>
        </message>
        <message>
            <source>Word、WPS、网页、Markdown、纯文本；也可以把文件拖到这里</source>
            <translation>Word, WPS, web pages, Markdown, plain text; or drop files here</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>删除(&amp;R)</source>
            <translation>&amp;Remove</translation>
        </message>
        <message>
            <source>删除所选附文</source>
            <translation>Delete the chosen essays</translation>
        </message>
        <message>
            <source>↑</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>上移（Alt+↑）</source>
            <translation>Move up (Alt+↑)</translation>
        </message>
        <message>
            <source>↓</source>
            <translation>↓</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>下移（Alt+↓）</source>
            <translation>Move down (Alt+↓)</translation>
        </message>
        <message>
            <source>展开或收起标题、作者、日期、来源、类型、所属议程</source>
            <translation>Show or fold title, author, date, source, kind and agenda item</translation>
        </message>
        <message>
            <source>标题(&amp;T)</source>
            <translation>&amp;Title</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>类型(&amp;K)</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>作者(&amp;U)</source>
            <translation>A&amp;uthor</translation>
        </message>
        <message>
            <source>作者</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>日期(&amp;D)</source>
            <translation>&amp;Date</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>来源(&amp;S)</source>
            <translation>&amp;Source</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>所属议程(&amp;I)</source>
            <translation>Agenda &amp;item</translation>
        </message>
        <message>
            <source>所属议程</source>
            <translation>Agenda item</translation>
        </message>
        <message>
            <source>正文(&amp;B)</source>
            <translation>&amp;Body</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>在这里写，或粘贴文章；一段一行</source>
            <translation>Write here or paste an article; a line for each paragraph</translation>
        </message>
        <message>
            <source>还没有附文</source>
            <translation>No essays yet</translation>
        </message>
        <message>
            <source>按“添加”写一篇，或“从文件导入”；也可以整篇粘贴，或把 Word、网页、纯文本文件拖到这里。</source>
            <translation>"Add" begins one, "Import from file" brings some in; Word, web and text files can also be dropped here.</translation>
        </message>
        <message>
            <source>字数</source>
            <translation>Length</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>可以填：{}</source>
            <translation>You can write: {}</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>date</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>series</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>number</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>title</translation>
        </message>
        <message>
            <source>年</source>
            <translation>year</translation>
        </message>
        <message>
            <source>月</source>
            <translation>month</translation>
        </message>
        <message>
            <source>日</source>
            <translation>day</translation>
        </message>
        <message>
            <source>系列的版式</source>
            <translation>Style of the series</translation>
        </message>
        <message>
            <source>系列的版式（{}）</source>
            <translation>Style of the series ({})</translation>
        </message>
        <message>
            <source>导出到哪个文件夹</source>
            <translation>Into which folder</translation>
        </message>
        <message>
            <source>{}（已有同名文件，原来的保留）</source>
            <translation>{} (there is such a file; it is kept)</translation>
        </message>
        <message>
            <source>{}（替换已有的文件）</source>
            <translation>{} (replaces the file there)</translation>
        </message>
        <message>
            <source>请至少勾选一种格式。</source>
            <translation>Please tick at least one format.</translation>
        </message>
        <message>
            <source>文书(&amp;W)</source>
            <translation>Document (&amp;W)</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>摘录哪一项议程</source>
            <translation>Which agenda item to excerpt</translation>
        </message>
        <message>
            <source>版式(&amp;S)</source>
            <translation>&amp;Style</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>格式</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>会议文件夹连同内部资料：平台账号、名单、台账、纪要合集、名册备注(&amp;I)</source>
            <translation>Folder w&amp;ith internal data: accounts, attendance files, collections, roster remarks</translation>
        </message>
        <message>
            <source>会议文件夹连同内部资料：平台账号、名单、台账、纪要合集、名册备注</source>
            <translation>Folder with internal data: accounts, attendance files, collections, roster remarks</translation>
        </message>
        <message>
            <source>不勾选，会议文件夹里就没有会议平台的账号，没有参会名单、考勤台账和含有别次会议的原件，没有名册里的备注，可以放心传阅</source>
            <translation>Unticked, the meeting folder has no accounts of meeting platforms, no files of attendance reports, ledgers or other meetings, and no remarks of the roster, and may be handed around</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>What</translation>
        </message>
        <message>
            <source>不会印出</source>
            <translation>Not printed</translation>
        </message>
        <message>
            <source>已经记下、这样导出却不会印在纪要里的</source>
            <translation>Recorded, but not in the minutes exported in this way</translation>
        </message>
        <message>
            <source>文件夹(&amp;D)</source>
            <translation>Fol&amp;der</translation>
        </message>
        <message>
            <source>文件夹</source>
            <translation>Folder</translation>
        </message>
        <message>
            <source>选择(&amp;B)…</source>
            <translation>Choose (&amp;B)…</translation>
        </message>
        <message>
            <source>文件名(&amp;F)</source>
            <translation>&amp;File name</translation>
        </message>
        <message>
            <source>文件名的格式</source>
            <translation>Pattern of the file name</translation>
        </message>
        <message>
            <source>将写成的文件</source>
            <translation>Files to be written</translation>
        </message>
        <message>
            <source>替换已有的同名文件</source>
            <translation>Replace files of the same name</translation>
        </message>
        <message>
            <source>替换已有的同名文件(&amp;R)</source>
            <translation>&amp;Replace files of the same name</translation>
        </message>
        <message>
            <source>打印(&amp;P)…</source>
            <translation>&amp;Print…</translation>
        </message>
        <message>
            <source>导出或取消</source>
            <translation>Export or cancel</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>导出为(&amp;X)</source>
            <translation>E&amp;xport as</translation>
        </message>
        <message>
            <source>导出 {}</source>
            <translation>Export {}</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>照这样打印吗？</source>
            <translation>Print it like this?</translation>
        </message>
        <message>
            <source>继续打印</source>
            <translation>Print anyway</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
    </context>
    <context>
        <name>Finals</name>
        <message>
            <source>定稿</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>把这份纪要定稿？</source>
            <translation>Make these minutes final?</translation>
        </message>
        <message>
            <source>定稿后内容锁定，留下一个不会清理的版本；以后要改，须写明原因。</source>
            <translation>They are locked then, and kept as a version for good; to change them again you have to give a reason.</translation>
        </message>
        <message numerus="yes">
            <source>检查发现 {} 处可疑，可以先看看。</source>
            <translation>
                <numerusform>The check found {} thing you may want to look at first.</numerusform>
                <numerusform>The check found {} things you may want to look at first.</numerusform>
            </translation>
        </message>
        <message>
            <source>先检查</source>
            <translation>Check first</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>修改定稿</source>
            <translation>Change final minutes</translation>
        </message>
        <message>
            <source>为什么要改？原因会和版本一起留下。</source>
            <translation>Why are they changed? The reason is kept with the version.</translation>
        </message>
        <message>
            <source>恢复以前的版本</source>
            <translation>Going back to an earlier version</translation>
        </message>
        <message>
            <source>恢复版本</source>
            <translation>Restore version</translation>
        </message>
        <message>
            <source>恢复好了；可以撤销。</source>
            <translation>Restored; this can be undone.</translation>
        </message>
        <message>
            <source>已定稿，没有改动。要修改，请按上面的“修改…”。</source>
            <translation>Final: nothing was changed. To change it, press "Change…" above.</translation>
        </message>
        <message>
            <source>修改定稿(&amp;F)…</source>
            <translation>Change &amp;final minutes…</translation>
        </message>
        <message>
            <source>定稿(&amp;F)…</source>
            <translation>Make &amp;final…</translation>
        </message>
        <message>
            <source>已定稿，内容锁定。</source>
            <translation>Final and locked.</translation>
        </message>
        <message>
            <source>已定稿：第 {} 稿，{}。内容锁定。</source>
            <translation>Final: issue {}, {}. Locked.</translation>
        </message>
        <message>
            <source>修改…</source>
            <translation>Change…</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>没有找到。</source>
            <translation>Not found.</translation>
        </message>
        <message numerus="yes">
            <source>替换了 {} 处。</source>
            <translation>
                <numerusform>{} place replaced.</numerusform>
                <numerusform>{} places replaced.</numerusform>
            </translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>查找什么</source>
            <translation>What to find</translation>
        </message>
        <message>
            <source>替换为</source>
            <translation>Replace with</translation>
        </message>
        <message>
            <source>↑</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>上一处 Shift+回车</source>
            <translation>Previous, Shift+Enter</translation>
        </message>
        <message>
            <source>上一处</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>↓</source>
            <translation>↓</translation>
        </message>
        <message>
            <source>下一处 回车</source>
            <translation>Next, Enter</translation>
        </message>
        <message>
            <source>下一处</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>替换</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>全部替换</source>
            <translation>Replace all</translation>
        </message>
        <message>
            <source>查找结果</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>✕</source>
            <translation>✕</translation>
        </message>
        <message>
            <source>关闭 Esc</source>
            <translation>Close, Esc</translation>
        </message>
        <message>
            <source>关闭查找</source>
            <translation>Close find</translation>
        </message>
    </context>
    <context>
        <name>Findings</name>
        <message>
            <source>没有发现问题。</source>
            <translation>Nothing to remark.</translation>
        </message>
        <message numerus="yes">
            <source>检查：{} 处</source>
            <translation>
                <numerusform>Check: {} remark</numerusform>
                <numerusform>Check: {} remarks</numerusform>
            </translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Check</translation>
        </message>
    </context>
    <context>
        <name>FontsDialog</name>
        <message>
            <source>版式“{}”用到 {} 种字体，这台电脑缺少 {} 种。</source>
            <translation>Fonts of the style "{}": {}, of which this computer lacks {}.</translation>
        </message>
        <message numerus="yes">
            <source> 等 {} 处</source>
            <translation>
                <numerusform> and {} place in all</numerusform>
                <numerusform> and {} places in all</numerusform>
            </translation>
        </message>
        <message>
            <source>有</source>
            <translation>there</translation>
        </message>
        <message>
            <source>缺少</source>
            <translation>missing</translation>
        </message>
        <message>
            <source>代替{}的字体</source>
            <translation>Font in place of {}</translation>
        </message>
        <message>
            <source>自动（{}）</source>
            <translation>Automatic ({})</translation>
        </message>
        <message>
            <source>没有合适的</source>
            <translation>none that fits</translation>
        </message>
        <message>
            <source>版式的字体</source>
            <translation>Fonts of the style</translation>
        </message>
        <message>
            <source>版式要的字体</source>
            <translation>Font of the style</translation>
        </message>
        <message>
            <source>用在</source>
            <translation>Used for</translation>
        </message>
        <message>
            <source>这台电脑</source>
            <translation>This computer</translation>
        </message>
        <message>
            <source>这里画成</source>
            <translation>Drawn here as</translation>
        </message>
        <message>
            <source>Word 文件里写的始终是版式要的字体，在装有它的电脑上就用它。这里的选择只管这台电脑上的预览、打印和 PDF。</source>
            <translation>The Word file always names the fonts of the style, and a computer that has them uses them. What is chosen here is for preview, printing and PDF on this computer alone.</translation>
        </message>
    </context>
    <context>
        <name>GivenRecords</name>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>会议</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>这次会议已经定稿。在这里办结，会记在同一系列最近一次还没有定稿的会议里。</source>
            <translation>These minutes are final. Closing the action here is noted in the newest meeting of the series that is not final.</translation>
        </message>
        <message>
            <source>这次会议已经定稿。新建这个系列的下一次会议以后，就可以在这里办结。</source>
            <translation>These minutes are final. Once the next meeting of the series is begun, the action can be closed here.</translation>
        </message>
    </context>
    <context>
        <name>ItemClock</name>
        <message>
            <source>计时</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>继续</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>开始计时</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>用时 {}</source>
            <translation>Took {}</translation>
        </message>
        <message>
            <source>{}，超时 {}</source>
            <translation>{}, {} over</translation>
        </message>
        <message>
            <source>{} / {} 分钟</source>
            <translation>{} of {} min</translation>
        </message>
    </context>
    <context>
        <name>ItemRecords</name>
        <message>
            <source>移动议程</source>
            <translation>Move agenda item</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
    </context>
    <context>
        <name>KeyLegend</name>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>键</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>做什么</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>没有这样的键。</source>
            <translation>There is no such key.</translation>
        </message>
        <message>
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>找一个键</source>
            <translation>Find a key</translation>
        </message>
        <message>
            <source>找一个键，或它做的事</source>
            <translation>Find a key, or what it does</translation>
        </message>
        <message>
            <source>找到没有</source>
            <translation>Whether it was found</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Languages</name>
        <message>
            <source>语言(&amp;G)</source>
            <translation>Lan&amp;guage</translation>
        </message>
        <message>
            <source>跟随系统(&amp;S)</source>
            <translation>As the &amp;system</translation>
        </message>
    </context>
    <context>
        <name>LedgerImport</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message numerus="yes">
            <source>{}：{} 人</source>
            <translation>
                <numerusform>{}: {} person</numerusform>
                <numerusform>{}: {} people</numerusform>
            </translation>
        </message>
        <message>
            <source>（工作表：{}）</source>
            <translation> (sheet: {})</translation>
        </message>
        <message>
            <source>缺席</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>不在名单</source>
            <translation>Not in the list</translation>
        </message>
        <message>
            <source>取</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>资料库里</source>
            <translation>In the library</translation>
        </message>
        <message>
            <source>跳过</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>New</translation>
        </message>
        <message>
            <source>已有这一天的会议，不改动它</source>
            <translation>There is a meeting of this day already; it stays as it is</translation>
        </message>
        <message>
            <source>名册里没有，或同名的不止一位，只记姓名：{}。</source>
            <translation>Not in the roster, or of several with that name; only the name is kept: {}.</translation>
        </message>
        <message numerus="yes">
            <source>台账里有 {} 次会议。</source>
            <translation>
                <numerusform>The ledger has {} meeting.</numerusform>
                <numerusform>The ledger has {} meetings.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>其中 {} 次资料库里已经有了。</source>
            <translation>
                <numerusform> {} of them is in the library already.</numerusform>
                <numerusform> {} of them are in the library already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>导入 {} 次会议</source>
            <translation>
                <numerusform>Import {} meeting</numerusform>
                <numerusform>Import {} meetings</numerusform>
            </translation>
        </message>
        <message>
            <source>导入考勤台账</source>
            <translation>Import attendance ledger</translation>
        </message>
        <message>
            <source>哪一份台账</source>
            <translation>Which ledger</translation>
        </message>
        <message>
            <source>归入系列(&amp;S)</source>
            <translation>Into &amp;series</translation>
        </message>
        <message>
            <source>归入系列</source>
            <translation>Into series</translation>
        </message>
        <message>
            <source>空格表示(&amp;B)</source>
            <translation>A &amp;blank means</translation>
        </message>
        <message>
            <source>第一个标记之前、最后一个标记之后的空格总是不计：不知道那时是否已经加入。</source>
            <translation>Blanks before the first and after the last mark never count: nobody knows whether the person belonged then.</translation>
        </message>
        <message>
            <source>空格表示</source>
            <translation>A blank means</translation>
        </message>
        <message>
            <source>会带来什么</source>
            <translation>What it would bring</translation>
        </message>
        <message>
            <source>台账会带来的会议</source>
            <translation>Meetings that the ledger brings</translation>
        </message>
        <message>
            <source>请留意(&amp;N)</source>
            <translation>&amp;Notes</translation>
        </message>
        <message>
            <source>请留意</source>
            <translation>Notes</translation>
        </message>
    </context>
    <context>
        <name>LedgerTasks</name>
        <message>
            <source>导入考勤台账</source>
            <translation>Import attendance ledger</translation>
        </message>
        <message>
            <source>台账 ({})</source>
            <translation>Ledgers ({})</translation>
        </message>
        <message>
            <source>正在读考勤台账</source>
            <translation>Reading the ledger</translation>
        </message>
        <message>
            <source>台账里的日期没有写年份。第一次会议是哪一年？</source>
            <translation>The days in the ledger have no year. Of which year is the first meeting?</translation>
        </message>
        <message>
            <source>正在导入会议</source>
            <translation>Importing meetings</translation>
        </message>
        <message>
            <source>已取消，什么都没有导入。</source>
            <translation>Cancelled; nothing was imported.</translation>
        </message>
        <message>
            <source>写进哪一份考勤台账</source>
            <translation>Into which ledger</translation>
        </message>
        <message>
            <source>Excel 工作簿 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>{}（加 {}）.xlsx</source>
            <translation>{} (with {}).xlsx</translation>
        </message>
        <message>
            <source>新台账存到哪里（原来的不改动）</source>
            <translation>Where to save the new ledger (the old one stays as it is)</translation>
        </message>
        <message>
            <source>写入考勤台账</source>
            <translation>Write into ledger</translation>
        </message>
    </context>
    <context>
        <name>Looks</name>
        <message>
            <source>外观(&amp;L)</source>
            <translation>&amp;Looks</translation>
        </message>
        <message>
            <source>跟随系统(&amp;S)</source>
            <translation>As the &amp;system</translation>
        </message>
        <message>
            <source>浅色(&amp;L)</source>
            <translation>&amp;Light</translation>
        </message>
        <message>
            <source>深色(&amp;D)</source>
            <translation>&amp;Dark</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>COPU Desk</source>
            <translation>COPU Desk</translation>
        </message>
        <message>
            <source>没有保存：{} 文字都还在窗口里。</source>
            <translation>Not saved: {} All text is still in the window.</translation>
        </message>
        <message>
            <source>概况</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>参会</source>
            <translation>Attendees</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>还没有会议</source>
            <translation>No meetings yet</translation>
        </message>
        <message>
            <source>新建会议(&amp;N)</source>
            <translation>&amp;New meeting</translation>
        </message>
        <message>
            <source>新建会议</source>
            <translation>New meeting</translation>
        </message>
        <message>
            <source>导入以往纪要(&amp;I)</source>
            <translation>&amp;Import past minutes</translation>
        </message>
        <message>
            <source>导入以往纪要</source>
            <translation>Import past minutes</translation>
        </message>
        <message>
            <source>打开示例(&amp;S)</source>
            <translation>Open the &amp;sample</translation>
        </message>
        <message>
            <source>打开示例</source>
            <translation>Open the sample</translation>
        </message>
        <message>
            <source>纪要标题</source>
            <translation>Title of the minutes</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>预览</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>保存出错</source>
            <translation>Saving failed</translation>
        </message>
        <message>
            <source>另存到别处(&amp;S)…</source>
            <translation>&amp;Save elsewhere…</translation>
        </message>
        <message>
            <source>另存到别处</source>
            <translation>Save elsewhere</translation>
        </message>
        <message>
            <source>会议内容</source>
            <translation>The meeting</translation>
        </message>
        <message>
            <source>文件(&amp;F)</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>编辑(&amp;E)</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>会议(&amp;M)</source>
            <translation>&amp;Meeting</translation>
        </message>
        <message>
            <source>视图(&amp;V)</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>帮助(&amp;H)</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>速记</source>
            <translation>Scratch pad</translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>检查结果</source>
            <translation>Findings</translation>
        </message>
        <message>
            <source>新建会议(&amp;N)…</source>
            <translation>&amp;New meeting…</translation>
        </message>
        <message>
            <source>Ctrl+N</source>
            <translation>Ctrl+N</translation>
        </message>
        <message>
            <source>导入以往纪要(&amp;I)…</source>
            <translation>&amp;Import past minutes…</translation>
        </message>
        <message>
            <source>Ctrl+I</source>
            <translation>Ctrl+I</translation>
        </message>
        <message>
            <source>Ctrl+E</source>
            <translation>Ctrl+E</translation>
        </message>
        <message>
            <source>导出考勤表(&amp;A)…</source>
            <translation>Export &amp;attendance…</translation>
        </message>
        <message>
            <source>Ctrl+Shift+E</source>
            <translation>Ctrl+Shift+E</translation>
        </message>
        <message>
            <source>导出纪要(&amp;E)…</source>
            <translation>&amp;Export minutes…</translation>
        </message>
        <message>
            <source>导入整个文件夹(&amp;F)…</source>
            <translation>Import a whole &amp;folder…</translation>
        </message>
        <message>
            <source>Ctrl+Shift+I</source>
            <translation>Ctrl+Shift+I</translation>
        </message>
        <message>
            <source>定稿(&amp;F)…</source>
            <translation>Make &amp;final…</translation>
        </message>
        <message>
            <source>新建一次会议，或把以往的纪要（Word、网页、纯文本等）导入进来。想先看看它能做什么，就打开示例。</source>
            <translation>Create a meeting, or import past minutes (Word, web pages, plain text and more). To see first what the program can do, open the sample.</translation>
        </message>
        <message>
            <source>Ctrl+Shift+O</source>
            <translation>Ctrl+Shift+O</translation>
        </message>
        <message>
            <source>导入时留存原件(&amp;Y)</source>
            <translation>Keep original files of imports (&amp;Y)</translation>
        </message>
        <message>
            <source>版本(&amp;V)…</source>
            <translation>&amp;Versions…</translation>
        </message>
        <message>
            <source>带回修改稿(&amp;K)…</source>
            <translation>Bring bac&amp;k corrections…</translation>
        </message>
        <message>
            <source>打印纪要(&amp;P)…</source>
            <translation>&amp;Print minutes…</translation>
        </message>
        <message>
            <source>Ctrl+P</source>
            <translation>Ctrl+P</translation>
        </message>
        <message>
            <source>导入会议平台名单(&amp;L)…</source>
            <translation>Import attendance report from meeting p&amp;latform…</translation>
        </message>
        <message>
            <source>读腾讯会议、飞书、Teams、Zoom 等导出的参会名单，与这次会议的名单对照</source>
            <translation>Reads the attendance report of Tencent Meeting, Feishu, Teams, Zoom and others, and compares it with this meeting's list</translation>
        </message>
        <message>
            <source>备份与恢复(&amp;B)…</source>
            <translation>&amp;Back up and restore…</translation>
        </message>
        <message>
            <source>检查资料库(&amp;V)…</source>
            <translation>&amp;Verify the library…</translation>
        </message>
        <message>
            <source>退出(&amp;Q)</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>Ctrl+Q</source>
            <translation>Ctrl+Q</translation>
        </message>
        <message>
            <source>检查(&amp;C)</source>
            <translation>&amp;Check</translation>
        </message>
        <message>
            <source>F7</source>
            <translation>F7</translation>
        </message>
        <message>
            <source>移到回收站(&amp;D)</source>
            <translation>Move to the trash (&amp;D)</translation>
        </message>
        <message>
            <source>回收站(&amp;R)…</source>
            <translation>T&amp;rash…</translation>
        </message>
        <message>
            <source>Ctrl+1</source>
            <translation>Ctrl+1</translation>
        </message>
        <message>
            <source>Ctrl+2</source>
            <translation>Ctrl+2</translation>
        </message>
        <message>
            <source>Ctrl+3</source>
            <translation>Ctrl+3</translation>
        </message>
        <message>
            <source>Ctrl+4</source>
            <translation>Ctrl+4</translation>
        </message>
        <message>
            <source>人员名册(&amp;P)</source>
            <translation>Roster (&amp;P)</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Ctrl+R</source>
            <translation>Ctrl+R</translation>
        </message>
        <message>
            <source>考勤(&amp;A)</source>
            <translation>&amp;Attendance</translation>
        </message>
        <message>
            <source>考勤</source>
            <translation>Attendance</translation>
        </message>
        <message>
            <source>Ctrl+Shift+A</source>
            <translation>Ctrl+Shift+A</translation>
        </message>
        <message>
            <source>导入考勤台账(&amp;D)…</source>
            <translation>Import attendance le&amp;dger…</translation>
        </message>
        <message>
            <source>写入考勤台账(&amp;L)…</source>
            <translation>Write into attendance &amp;ledger…</translation>
        </message>
        <message>
            <source>签到表(&amp;Q)…</source>
            <translation>Sign-in sheet (&amp;Q)…</translation>
        </message>
        <message>
            <source>所有会议的待办(&amp;T)</source>
            <translation>Ac&amp;tions of all meetings</translation>
        </message>
        <message>
            <source>Ctrl+Shift+T</source>
            <translation>Ctrl+Shift+T</translation>
        </message>
        <message>
            <source>例会系列(&amp;S)…</source>
            <translation>&amp;Series of meetings…</translation>
        </message>
        <message>
            <source>版式(&amp;Y)…</source>
            <translation>St&amp;yles…</translation>
        </message>
        <message>
            <source>Ctrl+5</source>
            <translation>Ctrl+5</translation>
        </message>
        <message>
            <source>速记(&amp;J)</source>
            <translation>Scratch pad (&amp;J)</translation>
        </message>
        <message>
            <source>F4</source>
            <translation>F4</translation>
        </message>
        <message>
            <source>复制为富文本(&amp;C)</source>
            <translation>&amp;Copy as rich text</translation>
        </message>
        <message>
            <source>连同格式复制纪要，贴进公众号编辑器、邮件或 Word</source>
            <translation>Copy the paper with its looks, to paste into a web editor, a mail or Word</translation>
        </message>
        <message>
            <source>Ctrl+Shift+C</source>
            <translation>Ctrl+Shift+C</translation>
        </message>
        <message>
            <source>预览(&amp;V)</source>
            <translation>Pre&amp;view</translation>
        </message>
        <message>
            <source>印出来的样子 F8</source>
            <translation>As it will be printed, F8</translation>
        </message>
        <message>
            <source>F8</source>
            <translation>F8</translation>
        </message>
        <message>
            <source>版式的字体(&amp;Z)…</source>
            <translation>Fonts of the style (&amp;Z)…</translation>
        </message>
        <message>
            <source>侧栏(&amp;S)</source>
            <translation>&amp;Sidebar</translation>
        </message>
        <message>
            <source>F9</source>
            <translation>F9</translation>
        </message>
        <message>
            <source>查找(&amp;F)</source>
            <translation>&amp;Find</translation>
        </message>
        <message>
            <source>Ctrl+K</source>
            <translation>Ctrl+K</translation>
        </message>
        <message>
            <source>快捷键(&amp;K)</source>
            <translation>&amp;Keys</translation>
        </message>
        <message>
            <source>Ctrl+/</source>
            <translation>Ctrl+/</translation>
        </message>
        <message>
            <source>关于 COPU Desk(&amp;A)</source>
            <translation>&amp;About COPU Desk</translation>
        </message>
    </context>
    <context>
        <name>Marks</name>
        <message>
            <source>不计</source>
            <translation>not counted</translation>
        </message>
        <message>
            <source>{}
出席率 {}：应到 {}，出席 {}（线上 {}），请假 {}，缺席 {}</source>
            <translation>{}
Rate {}: expected {}, came {} (online {}), excused {}, absent {}</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>合并</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>第 {} 条</source>
            <translation>Entry {}</translation>
        </message>
        <message>
            <source>合并后</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>合并人员</source>
            <translation>Merge people</translation>
        </message>
        <message>
            <source>保留(&amp;K)</source>
            <translation>&amp;Keep</translation>
        </message>
        <message>
            <source>保留哪一位</source>
            <translation>Which entry is kept</translation>
        </message>
        <message>
            <source>各条目和合并后的样子</source>
            <translation>The entries and what becomes of them</translation>
        </message>
        <message>
            <source>以往会议里写的姓名、单位、职务都不改动，只是从此算作同一个人。合并可以撤销。</source>
            <translation>Names, organizations and titles in past meetings stay as they are; they only count as one person from now on. Merging can be undone.</translation>
        </message>
    </context>
    <context>
        <name>NewMeeting</name>
        <message>
            <source>新建</source>
            <translation>Create</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>不沿用，从空白开始</source>
            <translation>from nothing</translation>
        </message>
        <message>
            <source>请留意：这个系列在 {} 已经有一次会议了，新建的会是另一次。</source>
            <translation>Please note: the series has a meeting on {} already; the new one is another.</translation>
        </message>
        <message>
            <source>新建会议</source>
            <translation>New meeting</translation>
        </message>
        <message>
            <source>系列(&amp;S)</source>
            <translation>&amp;Series</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>日期(&amp;D)</source>
            <translation>&amp;Date</translation>
        </message>
        <message>
            <source>yyyy年M月d日 dddd</source>
            <translation>dddd yyyy-MM-dd</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>沿用(&amp;C)</source>
            <translation>&amp;Copy from</translation>
        </message>
        <message>
            <source>沿用</source>
            <translation>Copy from</translation>
        </message>
        <message>
            <source>沿用地点、主持人、记录人、常来的人（到会待点名）和还没办完的待办。</source>
            <translation>Copies the place, chair, recorder, the regulars (to be called yet) and the open actions.</translation>
        </message>
        <message>
            <source>新建或取消</source>
            <translation>Create or cancel</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>可能的人</source>
            <translation>People who may be meant</translation>
        </message>
    </context>
    <context>
        <name>OriginalList</name>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>导入时间</source>
            <translation>Imported</translation>
        </message>
        <message>
            <source>“{}”不直接打开：打开它可能会运行里面的程序。请另存后自己决定。</source>
            <translation>"{}" is not opened from here: opening it may run a program in it. Please save it elsewhere and decide for yourself.</translation>
        </message>
        <message>
            <source>这台电脑上没有能打开“{}”的程序。请另存后用别的程序打开。</source>
            <translation>No program of this computer opens "{}". Please save it elsewhere and open it with another program.</translation>
        </message>
        <message>
            <source>原件另存为</source>
            <translation>Save original as</translation>
        </message>
        <message>
            <source>原件存到哪个文件夹</source>
            <translation>Folder for the originals</translation>
        </message>
        <message>
            <source>移除原件</source>
            <translation>Remove original</translation>
        </message>
        <message>
            <source>原件</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>原件(&amp;Y)</source>
            <translation>Originals (&amp;Y)</translation>
        </message>
        <message>
            <source>还没有。纪要、附文、参会名单和修改稿从文件导入时，文件原样留在这里。</source>
            <translation>None yet. When minutes, essays, attendance reports or corrections are imported from a file, the file itself is kept here.</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>用这台电脑上的程序打开一份只读的副本</source>
            <translation>Open a read-only copy in a program of this computer</translation>
        </message>
        <message>
            <source>另存为…</source>
            <translation>Save as…</translation>
        </message>
        <message>
            <source>移除</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>移到回收站，可以撤销</source>
            <translation>Move to the trash; can be undone</translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message>
            <source>（不属于任何系列）</source>
            <translation>(of no series)</translation>
        </message>
        <message>
            <source>系列(&amp;S)</source>
            <translation>&amp;Series</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>次数(&amp;N)</source>
            <translation>&amp;Number</translation>
        </message>
        <message>
            <source>不编号</source>
            <translation>not numbered</translation>
        </message>
        <message>
            <source>第 </source>
            <translation>No. </translation>
        </message>
        <message>
            <source> 次</source>
            <translation> </translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>日期(&amp;D)</source>
            <translation>&amp;Date</translation>
        </message>
        <message>
            <source>yyyy年M月d日 dddd</source>
            <translation>dddd yyyy-MM-dd</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>时间(&amp;T)</source>
            <translation>&amp;Time</translation>
        </message>
        <message>
            <source>开始时间</source>
            <translation>Time of beginning</translation>
        </message>
        <message>
            <source>9:30</source>
            <translation>9:30</translation>
        </message>
        <message>
            <source>至</source>
            <translation>to</translation>
        </message>
        <message>
            <source>结束时间</source>
            <translation>Time of ending</translation>
        </message>
        <message>
            <source>11:30</source>
            <translation>11:30</translation>
        </message>
        <message>
            <source>地点(&amp;I)</source>
            <translation>Venue (&amp;I)</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>线上平台(&amp;P)</source>
            <translation>Online &amp;platform</translation>
        </message>
        <message>
            <source>线上平台</source>
            <translation>Online platform</translation>
        </message>
        <message>
            <source>主持人(&amp;C)</source>
            <translation>&amp;Chair</translation>
        </message>
        <message>
            <source>主持人</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>会议链接(&amp;L)</source>
            <translation>&amp;Link</translation>
        </message>
        <message>
            <source>会议链接</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>记录人(&amp;R)</source>
            <translation>&amp;Recorder</translation>
        </message>
        <message>
            <source>记录人</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>密级(&amp;J)</source>
            <translation>Classification (&amp;J)</translation>
        </message>
        <message>
            <source>密级</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>抄送(&amp;G)</source>
            <translation>Copies to (&amp;G)</translation>
        </message>
        <message>
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>公文版记里抄送的单位，如：各成员单位</source>
            <translation>Who gets a copy, in the imprint of official minutes</translation>
        </message>
        <message>
            <source>开头(&amp;O)</source>
            <translation>&amp;Opening</translation>
        </message>
        <message>
            <source>开头</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>议程之前的文字(&amp;B)</source>
            <translation>Text &amp;before the agenda</translation>
        </message>
        <message>
            <source>议程之前的文字</source>
            <translation>Text before the agenda</translation>
        </message>
        <message>
            <source>一般不用填写；导入的纪要里没有归类的文字会放在这里</source>
            <translation>Usually empty; text of imported minutes that belongs nowhere else is put here</translation>
        </message>
        <message>
            <source>结束语(&amp;Z)</source>
            <translation>Closing (&amp;Z)</translation>
        </message>
        <message>
            <source>结束语</source>
            <translation>Closing</translation>
        </message>
        <message>
            <source>例如：会议要求……</source>
            <translation>e.g. 会议要求……</translation>
        </message>
        <message>
            <source>名单之后的文字(&amp;A)</source>
            <translation>Text &amp;after the list of attendees</translation>
        </message>
        <message>
            <source>名单之后的文字</source>
            <translation>Text after the list of attendees</translation>
        </message>
        <message>
            <source>一般不用填写</source>
            <translation>Usually empty</translation>
        </message>
        <message>
            <source>备注(&amp;K)</source>
            <translation>Remar&amp;ks</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
    </context>
    <context>
        <name>PageSetting</name>
        <message>
            <source>预览出了一个错；文字都在，导出也不受影响。</source>
            <translation>The preview met an error; no text is lost, and exporting works all the same.</translation>
        </message>
    </context>
    <context>
        <name>PastImport</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>{} 个文件里找到 {} 次会议，将导入 {} 次。</source>
            <translation>Files: {}, meetings found: {}, to be imported: {}. </translation>
        </message>
        <message>
            <source>{} 次缺日期，补上才能导入。</source>
            <translation>{} without a date, which is needed to import. </translation>
        </message>
        <message numerus="yes">
            <source>{} 个文件读不了。</source>
            <translation>
                <numerusform>{} file cannot be read.</numerusform>
                <numerusform>{} files cannot be read.</numerusform>
            </translation>
        </message>
        <message>
            <source>只看要留意的（{}）</source>
            <translation>Only what needs a look ({})</translation>
        </message>
        <message numerus="yes">
            <source>导入 {} 次会议</source>
            <translation>
                <numerusform>Import {} meeting</numerusform>
                <numerusform>Import {} meetings</numerusform>
            </translation>
        </message>
        <message>
            <source>导入以往纪要</source>
            <translation>Import past minutes</translation>
        </message>
        <message>
            <source>会导入什么</source>
            <translation>What will be imported</translation>
        </message>
        <message>
            <source>只看要留意的</source>
            <translation>Only what needs a look</translation>
        </message>
        <message>
            <source>所选的归入系列(&amp;S)</source>
            <translation>Put the selected into &amp;series</translation>
        </message>
        <message>
            <source>归入哪个系列</source>
            <translation>Series to put them into</translation>
        </message>
        <message>
            <source>归入(&amp;P)</source>
            <translation>&amp;Put</translation>
        </message>
        <message>
            <source>取所选(&amp;T)</source>
            <translation>&amp;Take selected</translation>
        </message>
        <message>
            <source>不取所选(&amp;L)</source>
            <translation>&amp;Leave selected</translation>
        </message>
        <message>
            <source>找到的会议</source>
            <translation>Meetings found</translation>
        </message>
        <message>
            <source>原文(&amp;O)</source>
            <translation>S&amp;ource</translation>
        </message>
        <message>
            <source>原文</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>读出的内容(&amp;U)</source>
            <translation>&amp;Understood as</translation>
        </message>
        <message>
            <source>读出的内容</source>
            <translation>Understood as</translation>
        </message>
    </context>
    <context>
        <name>PastRows</name>
        <message>
            <source>取</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>People</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>请留意</source>
            <translation>Please look</translation>
        </message>
        <message>
            <source>读不了</source>
            <translation>Unreadable</translation>
        </message>
        <message>
            <source>缺日期</source>
            <translation>No date</translation>
        </message>
        <message>
            <source>已有</source>
            <translation>Known</translation>
        </message>
        <message>
            <source>重复</source>
            <translation>Twice</translation>
        </message>
        <message>
            <source>新</source>
            <translation>New</translation>
        </message>
        <message>
            <source>资料库里已有这一天、这个系列的会议。</source>
            <translation>The library has a meeting of that day and series. </translation>
        </message>
        <message>
            <source>这次导入里还有同一天、同一系列的会议。</source>
            <translation>Another meeting of that day and series comes with this import. </translation>
        </message>
    </context>
    <context>
        <name>PastTasks</name>
        <message>
            <source>导入以往纪要</source>
            <translation>Import past minutes</translation>
        </message>
        <message>
            <source>纪要 ({})</source>
            <translation>Minutes ({})</translation>
        </message>
        <message>
            <source>导入整个文件夹</source>
            <translation>Import a whole folder</translation>
        </message>
        <message>
            <source>以后导入的文件，原件留在资料库里。</source>
            <translation>The original files of imports are kept in the library from now on.</translation>
        </message>
        <message>
            <source>以后导入的文件不留原件；已有的还在。</source>
            <translation>The original files of imports are no longer kept; those that are there stay.</translation>
        </message>
        <message>
            <source>正在读以往纪要</source>
            <translation>Reading past minutes</translation>
        </message>
        <message>
            <source>这里没有能导入的文件。可以导入：{}。</source>
            <translation>There is no file here that can be imported. Possible: {}.</translation>
        </message>
        <message>
            <source>正在导入会议</source>
            <translation>Importing meetings</translation>
        </message>
        <message>
            <source>已取消，什么都没有导入。</source>
            <translation>Cancelled; nothing was imported.</translation>
        </message>
        <message numerus="yes">
            <source>导入 {} 次会议</source>
            <translation>
                <numerusform>Import {} meeting</numerusform>
                <numerusform>Import {} meetings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>导入了 {} 次会议；撤销（Ctrl+Z）可以全部收回。</source>
            <translation>
                <numerusform>{} meeting imported; Undo (Ctrl+Z) takes it back.</numerusform>
                <numerusform>{} meetings imported; Undo (Ctrl+Z) takes all of them back.</numerusform>
            </translation>
        </message>
        <message>
            <source>已收回刚才的导入。</source>
            <translation>The import was taken back.</translation>
        </message>
    </context>
    <context>
        <name>PeopleImport</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>取</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>What</translation>
        </message>
        <message>
            <source>改动</source>
            <translation>Changed</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>New</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>新增 {} 位，改动 {} 位，{} 位没有变化。</source>
            <translation>{} new, {} changed, {} as before.</translation>
        </message>
        <message>
            <source>新的系列：{}。</source>
            <translation> New series: {}.</translation>
        </message>
        <message>
            <source>导入 {} 位</source>
            <translation>Import {}</translation>
        </message>
        <message>
            <source>导入人员</source>
            <translation>Import people</translation>
        </message>
        <message>
            <source>会带来什么</source>
            <translation>What it would bring</translation>
        </message>
        <message>
            <source>名单会带来的人</source>
            <translation>The people of the list</translation>
        </message>
        <message>
            <source>请留意(&amp;N)</source>
            <translation>&amp;Notes</translation>
        </message>
        <message>
            <source>请留意</source>
            <translation>Notes</translation>
        </message>
    </context>
    <context>
        <name>PictureDialog</name>
        <message>
            <source>图片</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>题注(&amp;C)</source>
            <translation>&amp;Caption</translation>
        </message>
        <message>
            <source>题注</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>印在图片下面</source>
            <translation>Printed below the picture</translation>
        </message>
        <message>
            <source>替代文字(&amp;A)</source>
            <translation>&amp;Alternative text</translation>
        </message>
        <message>
            <source>替代文字</source>
            <translation>Alternative text</translation>
        </message>
        <message>
            <source>念给看不见图片的人听</source>
            <translation>Read to those who cannot see the picture</translation>
        </message>
        <message>
            <source>宽度(&amp;W)</source>
            <translation>&amp;Width</translation>
        </message>
        <message>
            <source>宽度</source>
            <translation>Width</translation>
        </message>
        <message>
            <source> 毫米</source>
            <translation> mm</translation>
        </message>
        <message>
            <source>原来的大小</source>
            <translation>as it is</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>{}已复制，可以粘贴到公众号编辑器、邮件或 Word。</source>
            <translation>{} copied; paste it into a web editor, a mail or Word.</translation>
        </message>
        <message>
            <source>还没有议程，没有可以摘录的。</source>
            <translation>There is no agenda, so there is nothing to excerpt.</translation>
        </message>
        <message numerus="yes">
            <source>这台电脑缺少 {} 种字体（{}），预览和 PDF 用相近的代替。</source>
            <translation>
                <numerusform>This computer lacks {} font ({}); preview and PDF use a similar one.</numerusform>
                <numerusform>This computer lacks {} fonts ({}); preview and PDF use similar ones.</numerusform>
            </translation>
        </message>
        <message>
            <source>看看…</source>
            <translation>Look…</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source>适合页宽</source>
            <translation>Page width</translation>
        </message>
        <message>
            <source>整页</source>
            <translation>Whole page</translation>
        </message>
        <message>
            <source>第 {} / {} 页</source>
            <translation>Page {} of {}</translation>
        </message>
        <message>
            <source>看哪一种文书</source>
            <translation>Which document to look at</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>大小；Ctrl+滚轮缩放</source>
            <translation>Size; Ctrl+wheel zooms</translation>
        </message>
        <message>
            <source>缩放</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>↑</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>上一页</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>页码</source>
            <translation>Page number</translation>
        </message>
        <message>
            <source>↓</source>
            <translation>↓</translation>
        </message>
        <message>
            <source>下一页</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>看看…</source>
            <translation>Look…</translation>
        </message>
        <message>
            <source>✕</source>
            <translation>✕</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>Got it</translation>
        </message>
        <message>
            <source>预览的页面</source>
            <translation>Pages of the preview</translation>
        </message>
    </context>
    <context>
        <name>ReadOnly</name>
        <message>
            <source>只读：{}</source>
            <translation>Read only: {}</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>{}　→　{} 的会议</source>
            <translation>{}　→　meeting of {}</translation>
        </message>
        <message>
            <source>导入(&amp;I)</source>
            <translation>&amp;Import</translation>
        </message>
        <message>
            <source>Ctrl+回车</source>
            <translation>Ctrl+Enter</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>月/日/年</source>
            <translation>month/day/year</translation>
        </message>
        <message>
            <source>日/月/年</source>
            <translation>day/month/year</translation>
        </message>
        <message>
            <source>当天全部 {} 场</source>
            <translation>All {} of that day</translation>
        </message>
        <message>
            <source>请核对：这份名单是 {} 的，与会议不是同一天。</source>
            <translation>Please check: this report is of {}, not of the day of the meeting.</translation>
        </message>
        <message>
            <source>导入后：现场 {}，线上 {}，应到而未到 {}。</source>
            <translation>After the import: {} in the room, {} online, {} expected but missing.</translation>
        </message>
        <message numerus="yes">
            <source>还有 {} 个名字待定：可以先导入，以后再导入这个文件来处理。</source>
            <translation>
                <numerusform> {} name is still undecided: you can import now, and import this file again later to deal with it.</numerusform>
                <numerusform> {} names are still undecided: you can import now, and import this file again later to deal with them.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{}”是：</source>
            <translation>"{}" is:</translation>
        </message>
        <message>
            <source>“{}”没有连接记录，标为：</source>
            <translation>"{}" has no connections; mark as:</translation>
        </message>
        <message>
            <source>用 ↑ ↓ 选一行。</source>
            <translation>Choose a line with ↑ ↓.</translation>
        </message>
        <message>
            <source>可能是{}。请写全姓名；同名的加空格和单位。</source>
            <translation>May be {}. Please type the whole name; for namesakes add a space and the organization.</translation>
        </message>
        <message>
            <source>导入会议平台名单</source>
            <translation>Import attendance report</translation>
        </message>
        <message>
            <source>名单文件和会议</source>
            <translation>File of the report, and meeting</translation>
        </message>
        <message>
            <source>场次(&amp;S)</source>
            <translation>&amp;Session</translation>
        </message>
        <message>
            <source>文件里的哪一场会议</source>
            <translation>Which of the meetings in the file</translation>
        </message>
        <message>
            <source>日期写法(&amp;D)</source>
            <translation>&amp;Dates</translation>
        </message>
        <message>
            <source>7/8/2026 这样的日期怎么读</source>
            <translation>How days like 7/8/2026 are read</translation>
        </message>
        <message>
            <source>至少在线(&amp;M)</source>
            <translation>At least online (&amp;M)</translation>
        </message>
        <message>
            <source> 分钟</source>
            <translation> min</translation>
        </message>
        <message>
            <source>至少在线几分钟才算到会</source>
            <translation>How many minutes online count as attending</translation>
        </message>
        <message>
            <source>在线时间确实不足的不算到会；时长不明的照算</source>
            <translation>Who surely was online for less does not count; unknown durations do</translation>
        </message>
        <message>
            <source>名单中的人：待定、新名字、应到而未到、对上</source>
            <translation>People of the report: undecided, new, expected but missing, matched</translation>
        </message>
        <message>
            <source>要决定的是谁</source>
            <translation>Who is to be decided</translation>
        </message>
        <message>
            <source>可能是谁，按数字键或点一下选定</source>
            <translation>Who it may be; press the number or click</translation>
        </message>
        <message>
            <source>在左边的名单里按数字键，或在这里点一下</source>
            <translation>Press the number in the list on the left, or click here</translation>
        </message>
        <message>
            <source>别人的姓名或拼音</source>
            <translation>Name or pinyin of somebody else</translation>
        </message>
        <message>
            <source>别人：姓名或拼音，回车</source>
            <translation>Somebody else: name or pinyin, Enter</translation>
        </message>
        <message>
            <source>列席加入 N</source>
            <translation>As observer N</translation>
        </message>
        <message>
            <source>作为列席人员加入这次会议（N）；上面填了姓名就用那个姓名</source>
            <translation>Joins this meeting as an observer (N), under the name typed above if there is one</translation>
        </message>
        <message>
            <source>列席并入名册 R</source>
            <translation>Observer, to roster R</translation>
        </message>
        <message>
            <source>作为列席人员加入，并加入人员名册（R）</source>
            <translation>Joins as an observer, and joins the roster (R)</translation>
        </message>
        <message>
            <source>不是参会人 X</source>
            <translation>Nobody X</translation>
        </message>
        <message>
            <source>会议室屏幕、录制机器人一类，以后都不计（X）</source>
            <translation>The screen of a room, a recording robot and the like: never counted from now on (X)</translation>
        </message>
        <message>
            <source>改为待定 Del</source>
            <translation>Undecided Del</translation>
        </message>
        <message>
            <source>收回这一行的决定（Delete）</source>
            <translation>Take back what was decided about this line (Delete)</translation>
        </message>
        <message>
            <source>连接记录</source>
            <translation>Connections</translation>
        </message>
        <message>
            <source>这一行的连接记录</source>
            <translation>Connections of this line</translation>
        </message>
        <message>
            <source>导入以后的人数</source>
            <translation>Numbers after the import</translation>
        </message>
        <message>
            <source>新名字全部列席(&amp;G)</source>
            <translation>All new as &amp;guests</translation>
        </message>
        <message>
            <source>把还没有决定的新名字都作为列席人员加入</source>
            <translation>Let all new names that are undecided join as observers</translation>
        </message>
        <message>
            <source>撤销决定(&amp;U)</source>
            <translation>&amp;Undo decision</translation>
        </message>
        <message>
            <source>撤销上一个决定（Ctrl+Z）</source>
            <translation>Undo the last decision (Ctrl+Z)</translation>
        </message>
    </context>
    <context>
        <name>ReportImport</name>
        <message>
            <source>导入会议平台名单</source>
            <translation>Import attendance report</translation>
        </message>
        <message>
            <source>参会名单 ({})</source>
            <translation>Attendance reports ({})</translation>
        </message>
        <message>
            <source>正在读“{}”…</source>
            <translation>Reading "{}"…</translation>
        </message>
        <message>
            <source>没有导入“{}”：已经转到另一次会议。</source>
            <translation>"{}" was not imported: another meeting is open now.</translation>
        </message>
        <message>
            <source>没有导入：会议刚刚被另一个程序改动了。请再导入一次。</source>
            <translation>Not imported: another program has just changed the meeting. Please import it again.</translation>
        </message>
        <message>
            <source>已导入“{}”。Ctrl+Z 可以整个撤销。</source>
            <translation>"{}" is imported. Ctrl+Z takes it back as a whole.</translation>
        </message>
    </context>
    <context>
        <name>ReportLines</name>
        <message>
            <source>名单中的名字</source>
            <translation>Name in the report</translation>
        </message>
        <message>
            <source>是谁</source>
            <translation>Who it is</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Known by</translation>
        </message>
        <message>
            <source>在线时长</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>导入后</source>
            <translation>After the import</translation>
        </message>
        <message>
            <source>待定</source>
            <translation>Undecided</translation>
        </message>
        <message>
            <source>新名字</source>
            <translation>New names</translation>
        </message>
        <message>
            <source>应到而未到</source>
            <translation>Expected but missing</translation>
        </message>
        <message>
            <source>对上</source>
            <translation>Matched</translation>
        </message>
        <message>
            <source>，还有 {} 个没有决定</source>
            <translation>, {} still undecided</translation>
        </message>
        <message>
            <source>待定，只留存连接</source>
            <translation>undecided; lines are kept</translation>
        </message>
        <message>
            <source>？ {}</source>
            <translation>? {}</translation>
        </message>
        <message>
            <source>✗ 不是参会人</source>
            <translation>✗ nobody</translation>
        </message>
        <message>
            <source>不计</source>
            <translation>not counted</translation>
        </message>
        <message>
            <source>＋</source>
            <translation>+</translation>
        </message>
        <message>
            <source>已决定</source>
            <translation>decided</translation>
        </message>
        <message>
            <source>记得</source>
            <translation>remembered</translation>
        </message>
        <message>
            <source>同名</source>
            <translation>same name</translation>
        </message>
        <message>
            <source>写法不同</source>
            <translation>spelling</translation>
        </message>
        <message>
            <source>拼音</source>
            <translation>pinyin</translation>
        </message>
        <message>
            <source>不在会议时间内，不计</source>
            <translation>outside the meeting, not counted</translation>
        </message>
        <message>
            <source>不足 {} 分，不计</source>
            <translation>less than {} min, not counted</translation>
        </message>
        <message>
            <source>加入名单，{}</source>
            <translation>joins the list, {}</translation>
        </message>
        <message>
            <source>列席，{}</source>
            <translation>observer, {}</translation>
        </message>
        <message>
            <source>列席，{}，入名册</source>
            <translation>observer, {}, to roster</translation>
        </message>
        <message>
            <source>{}（不变）</source>
            <translation>{} (as before)</translation>
        </message>
    </context>
    <context>
        <name>RichBar</name>
        <message>
            <source>正文</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>标题 1</source>
            <translation>Heading 1</translation>
        </message>
        <message>
            <source>标题 2</source>
            <translation>Heading 2</translation>
        </message>
        <message>
            <source>标题 3</source>
            <translation>Heading 3</translation>
        </message>
        <message>
            <source>引文</source>
            <translation>Quote</translation>
        </message>
        <message>
            <source>发言</source>
            <translation>Speaker</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Bullets</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Numbers</translation>
        </message>
        <message>
            <source>链接</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>网址（留空就去掉链接）：</source>
            <translation>Address (empty: no link):</translation>
        </message>
        <message>
            <source>插入图片</source>
            <translation>Insert picture</translation>
        </message>
        <message>
            <source>图片 ({})</source>
            <translation>Pictures ({})</translation>
        </message>
        <message>
            <source>段落样式：Ctrl+Alt+0 正文，Ctrl+Alt+1…3 标题</source>
            <translation>Kind of paragraph: Ctrl+Alt+0 body, Ctrl+Alt+1…3 headings</translation>
        </message>
        <message>
            <source>段落样式</source>
            <translation>Kind of paragraph</translation>
        </message>
        <message>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <source>加粗 Ctrl+B</source>
            <translation>Bold, Ctrl+B</translation>
        </message>
        <message>
            <source>加粗</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>I</source>
            <translation>I</translation>
        </message>
        <message>
            <source>倾斜 Ctrl+I</source>
            <translation>Italic, Ctrl+I</translation>
        </message>
        <message>
            <source>倾斜</source>
            <translation>Italic</translation>
        </message>
        <message>
            <source>U</source>
            <translation>U</translation>
        </message>
        <message>
            <source>下划线 Ctrl+U</source>
            <translation>Underlined, Ctrl+U</translation>
        </message>
        <message>
            <source>下划线</source>
            <translation>Underlined</translation>
        </message>
        <message>
            <source>x²</source>
            <translation>x²</translation>
        </message>
        <message>
            <source>上标 Ctrl+.</source>
            <translation>Superscript, Ctrl+.</translation>
        </message>
        <message>
            <source>上标</source>
            <translation>Superscript</translation>
        </message>
        <message>
            <source>x₂</source>
            <translation>x₂</translation>
        </message>
        <message>
            <source>下标 Ctrl+,</source>
            <translation>Subscript, Ctrl+,</translation>
        </message>
        <message>
            <source>下标</source>
            <translation>Subscript</translation>
        </message>
        <message>
            <source>给所选文字加链接</source>
            <translation>Make the chosen words a link</translation>
        </message>
        <message>
            <source>表格</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>插入表格；双击表格可以编辑</source>
            <translation>Insert a table; a double click edits it</translation>
        </message>
        <message>
            <source>插入表格</source>
            <translation>Insert table</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>插入图片；也可以直接粘贴或拖进来</source>
            <translation>Insert a picture; it can be pasted or dropped as well</translation>
        </message>
        <message>
            <source>分页</source>
            <translation>Page break</translation>
        </message>
        <message>
            <source>从这里另起一页</source>
            <translation>Begin a new page here</translation>
        </message>
        <message>
            <source>插入分页</source>
            <translation>Insert page break</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>查找和替换 Ctrl+F</source>
            <translation>Find and replace, Ctrl+F</translation>
        </message>
        <message>
            <source>查找和替换</source>
            <translation>Find and replace</translation>
        </message>
    </context>
    <context>
        <name>RosterPage</name>
        <message>
            <source>人员名册</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>移动人员</source>
            <translation>Move people</translation>
        </message>
        <message>
            <source>别处的改动</source>
            <translation>Changed elsewhere</translation>
        </message>
        <message>
            <source>恢复人员</source>
            <translation>Restore person</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>别名</source>
            <translation>Aliases</translation>
        </message>
        <message>
            <source>拼音</source>
            <translation>Pinyin</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>（请选择）</source>
            <translation>(choose one)</translation>
        </message>
        <message>
            <source>自</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>至</source>
            <translation>Until</translation>
        </message>
        <message numerus="yes">
            <source>{} 人</source>
            <translation>
                <numerusform>{} person</numerusform>
                <numerusform>{} people</numerusform>
            </translation>
        </message>
        <message>
            <source>名册是空的。按“导入”取来通讯录，或按“添加”录入一位，或在会议里点名时加入。</source>
            <translation>The roster is empty. "Add" enters somebody; so does the roll call of a meeting.</translation>
        </message>
        <message numerus="yes">
            <source>给 {} 人添加所属系列</source>
            <translation>
                <numerusform>Add {} person to a series</numerusform>
                <numerusform>Add {} people to a series</numerusform>
            </translation>
        </message>
        <message>
            <source>添加人员</source>
            <translation>Add person</translation>
        </message>
        <message>
            <source>删除人员</source>
            <translation>Delete people</translation>
        </message>
        <message>
            <source>添加所属系列</source>
            <translation>Add series</translation>
        </message>
        <message>
            <source>还没有例会系列。请先在“会议 › 例会系列…”里建一个。</source>
            <translation>There is no series yet. Please make one first under Meeting › Series of meetings….</translation>
        </message>
        <message>
            <source>删除所属系列</source>
            <translation>Remove series</translation>
        </message>
        <message>
            <source>在名册里找人</source>
            <translation>Find in the roster</translation>
        </message>
        <message>
            <source>姓名或拼音</source>
            <translation>Name or pinyin</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>删除(&amp;R)</source>
            <translation>&amp;Remove</translation>
        </message>
        <message>
            <source>删除所选人员</source>
            <translation>Delete the chosen people</translation>
        </message>
        <message>
            <source>↑</source>
            <translation>↑</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>上移（Alt+↑）</source>
            <translation>Move up (Alt+↑)</translation>
        </message>
        <message>
            <source>↓</source>
            <translation>↓</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>下移（Alt+↓）</source>
            <translation>Move down (Alt+↓)</translation>
        </message>
        <message>
            <source>合并(&amp;G)…</source>
            <translation>Mer&amp;ge…</translation>
        </message>
        <message>
            <source>合并所选的几条</source>
            <translation>Merge the chosen entries</translation>
        </message>
        <message>
            <source>把同一个人的几条合成一条</source>
            <translation>Make one entry of several of one person</translation>
        </message>
        <message>
            <source>导入(&amp;I)…</source>
            <translation>&amp;Import…</translation>
        </message>
        <message>
            <source>导入人员名单</source>
            <translation>Import a list of people</translation>
        </message>
        <message>
            <source>从 Excel 或 .csv 名单导入</source>
            <translation>Import from an Excel or .csv list</translation>
        </message>
        <message>
            <source>导出(&amp;O)…</source>
            <translation>Exp&amp;ort…</translation>
        </message>
        <message>
            <source>导出人员名册</source>
            <translation>Export the roster</translation>
        </message>
        <message>
            <source>导出为 Excel 或 .csv</source>
            <translation>Export as Excel or .csv</translation>
        </message>
        <message>
            <source>名册人数</source>
            <translation>Number of people</translation>
        </message>
        <message>
            <source>所属系列(&amp;S)</source>
            <translation>Belongs to &amp;series</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>删除所选的所属系列</source>
            <translation>Remove the chosen series</translation>
        </message>
        <message>
            <source>所属系列</source>
            <translation>Belongs to series</translation>
        </message>
    </context>
    <context>
        <name>RosterTasks</name>
        <message>
            <source>请先选中同一个人的两条或几条（按住 Ctrl 点选，或 Shift+↑/↓），再合并。</source>
            <translation>First choose two or more entries of one person (Ctrl+click, or Shift+↑/↓), then merge.</translation>
        </message>
        <message>
            <source>合并人员</source>
            <translation>Merge people</translation>
        </message>
        <message>
            <source>导入人员</source>
            <translation>Import people</translation>
        </message>
        <message>
            <source>名单 ({})</source>
            <translation>Lists ({})</translation>
        </message>
        <message numerus="yes">
            <source>名单里没有新的内容：{} 位都已经在名册里了。</source>
            <translation>
                <numerusform>The list brings nothing new: {} person is in the roster already.</numerusform>
                <numerusform>The list brings nothing new: {} people are in the roster already.</numerusform>
            </translation>
        </message>
        <message>
            <source>人员名册.xlsx</source>
            <translation>roster.xlsx</translation>
        </message>
        <message>
            <source>Excel 工作簿 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>逗号分隔的文本 (*.csv)</source>
            <translation>Text with commas (*.csv)</translation>
        </message>
        <message>
            <source>导出人员</source>
            <translation>Export people</translation>
        </message>
        <message numerus="yes">
            <source>导出了 {} 位：{}</source>
            <translation>
                <numerusform>{} person exported: {}</numerusform>
                <numerusform>{} people exported: {}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScratchPad</name>
        <message>
            <source>光标处没有可归入的文字。</source>
            <translation>There are no words at the cursor.</translation>
        </message>
        <message>
            <source>没有第 {} 项议程。</source>
            <translation>There is no agenda item {}.</translation>
        </message>
        <message>
            <source>还没有议程，决议没有地方放。请先添加一项议程。</source>
            <translation>There is no agenda item for the decision. Add one first.</translation>
        </message>
        <message>
            <source>会议</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>归为待办</source>
            <translation>Filed as action</translation>
        </message>
        <message>
            <source>归为决议</source>
            <translation>Filed as decision</translation>
        </message>
        <message>
            <source>归入讨论</source>
            <translation>Filed under discussion</translation>
        </message>
        <message>
            <source>速记</source>
            <translation>Scratch pad</translation>
        </message>
        <message>
            <source>随手记。Ctrl+1…9 归入第几项议程的讨论，Ctrl+D 归为决议，Ctrl+T 归为待办，@ 点人名，Ctrl+; 写时间</source>
            <translation>For quick notes. Ctrl+1…9 files under the discussion of an item, Ctrl+D as its decision, Ctrl+T as an action, @ names somebody, Ctrl+; writes the time</translation>
        </message>
        <message>
            <source>速记只给自己看，从不导出。</source>
            <translation>Only you see this pad; it is never exported.</translation>
        </message>
        <message>
            <source>速记说明</source>
            <translation>About the scratch pad</translation>
        </message>
    </context>
    <context>
        <name>SeriesDialog</name>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>别处的改动</source>
            <translation>Changed elsewhere</translation>
        </message>
        <message>
            <source>新系列</source>
            <translation>New series</translation>
        </message>
        <message>
            <source>添加系列</source>
            <translation>Add series</translation>
        </message>
        <message numerus="yes">
            <source>这个系列里有 {} 次会议，不能删除。</source>
            <translation>
                <numerusform>This series has {} meeting and cannot be deleted.</numerusform>
                <numerusform>This series has {} meetings and cannot be deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>回收站里还有这个系列的 {} 次会议，不能删除。</source>
            <translation>
                <numerusform>The trash still holds {} meeting of this series, so it cannot be deleted.</numerusform>
                <numerusform>The trash still holds {} meetings of this series, so it cannot be deleted.</numerusform>
            </translation>
        </message>
        <message>
            <source>删除系列</source>
            <translation>Delete series</translation>
        </message>
        <message>
            <source>例会系列</source>
            <translation>Series of meetings</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>删除(&amp;D)</source>
            <translation>&amp;Delete</translation>
        </message>
        <message>
            <source>删除所选系列</source>
            <translation>Delete the chosen series</translation>
        </message>
        <message>
            <source>名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>版式(&amp;Y)</source>
            <translation>St&amp;yle</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>标题格式(&amp;T)</source>
            <translation>&amp;Title pattern</translation>
        </message>
        <message>
            <source>留空则用版式自己的，如 {organ}会议纪要丨{year}.{month:02}.{day:02}</source>
            <translation>Empty: the style's own, e.g. {organ}会议纪要丨{year}.{month:02}.{day:02}</translation>
        </message>
        <message>
            <source>标题格式</source>
            <translation>Title pattern</translation>
        </message>
        <message>
            <source>次数每年从 1 重新编(&amp;U)</source>
            <translation>N&amp;umbers begin again each year</translation>
        </message>
        <message>
            <source>次数每年从 1 重新编</source>
            <translation>Numbers begin again each year</translation>
        </message>
        <message>
            <source>地点(&amp;V)</source>
            <translation>&amp;Venue</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>线上平台(&amp;P)</source>
            <translation>Online &amp;platform</translation>
        </message>
        <message>
            <source>线上平台</source>
            <translation>Online platform</translation>
        </message>
        <message>
            <source>会议链接(&amp;L)</source>
            <translation>&amp;Link</translation>
        </message>
        <message>
            <source>会议链接</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>主持人(&amp;C)</source>
            <translation>&amp;Chair</translation>
        </message>
        <message>
            <source>主持人</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>记录人(&amp;R)</source>
            <translation>&amp;Recorder</translation>
        </message>
        <message>
            <source>记录人</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>抄送(&amp;M)</source>
            <translation>Copies to (&amp;M)</translation>
        </message>
        <message>
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>公文版记里抄送的单位，如：各成员单位</source>
            <translation>Who gets a copy, in the imprint of official minutes</translation>
        </message>
        <message>
            <source>新建会议时，先用这里的地点、平台、主持人、记录人和抄送。改动随时保存。</source>
            <translation>A new meeting starts with the venue, platform, chair, recorder and copies given here. Changes are saved at once.</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>会议</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>第{}次</source>
            <translation>No. {}</translation>
        </message>
        <message>
            <source>全部系列</source>
            <translation>All series</translation>
        </message>
        <message>
            <source>{}【{}】{}</source>
            <translation>{}[{}]{}</translation>
        </message>
        <message numerus="yes">
            <source>{} 次会议里有。</source>
            <translation>
                <numerusform>Found in {} meeting.</numerusform>
                <numerusform>Found in {} meetings.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>最近的 {} 次会议里有，还有更早的。</source>
            <translation>
                <numerusform>Found in the last {} meeting; there are earlier ones.</numerusform>
                <numerusform>Found in the last {} meetings; there are earlier ones.</numerusform>
            </translation>
        </message>
        <message>
            <source>没有找到。换个词试试。</source>
            <translation>Not found. Try another word.</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>查找 (Ctrl+K)</source>
            <translation>Find (Ctrl+K)</translation>
        </message>
        <message>
            <source>＋ 新建会议</source>
            <translation>+ New meeting</translation>
        </message>
        <message>
            <source>新建会议</source>
            <translation>New meeting</translation>
        </message>
        <message>
            <source>只看哪个系列的会议</source>
            <translation>Only the meetings of which series</translation>
        </message>
        <message>
            <source>会议列表</source>
            <translation>Meetings</translation>
        </message>
        <message>
            <source>查找结果</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>查找说明</source>
            <translation>About the search</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>保存状态</source>
            <translation>Whether it is saved</translation>
        </message>
        <message>
            <source>到会人数</source>
            <translation>Who came</translation>
        </message>
        <message>
            <source>字数</source>
            <translation>Length</translation>
        </message>
        <message>
            <source>已保存</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>已保存 {}</source>
            <translation>Saved {}</translation>
        </message>
        <message>
            <source>没有保存！</source>
            <translation>Not saved!</translation>
        </message>
        <message numerus="yes">
            <source>{:,} 字</source>
            <translation>
                <numerusform>{:,} character</numerusform>
                <numerusform>{:,} characters</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StylesDialog</name>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>{}（不能用）</source>
            <translation>{} (cannot be used)</translation>
        </message>
        <message>
            <source>自己的版式，在 {}</source>
            <translation>A style of your own, in {}</translation>
        </message>
        <message>
            <source>自带的版式</source>
            <translation>A style of the program</translation>
        </message>
        <message>
            <source>用于：{}</source>
            <translation>Used by: {}</translation>
        </message>
        <message>
            <source>还没有系列用它。</source>
            <translation>No series uses it yet.</translation>
        </message>
        <message>
            <source>自带的版式不能改。请先复制一个自己的。</source>
            <translation>The styles of the program cannot be changed. Please copy one first.</translation>
        </message>
        <message>
            <source>复制版式</source>
            <translation>Copy style</translation>
        </message>
        <message>
            <source>新版式的名称：</source>
            <translation>Name of the new style:</translation>
        </message>
        <message>
            <source>{}（自己的）</source>
            <translation>{} (own)</translation>
        </message>
        <message>
            <source>版式改名</source>
            <translation>Rename style</translation>
        </message>
        <message>
            <source>名称：</source>
            <translation>Name:</translation>
        </message>
        <message>
            <source>删除版式</source>
            <translation>Delete style</translation>
        </message>
        <message>
            <source>删除版式“{}”？它的两个文件会移到文件夹“{}”里，需要时可以移回来。</source>
            <translation>Delete the style "{}"? Its two files are moved to the folder "{}", from where they can be brought back.</translation>
        </message>
        <message>
            <source>打不开</source>
            <translation>Cannot be opened</translation>
        </message>
        <message>
            <source>这台机器上没有能打开它的程序：{}</source>
            <translation>No program on this machine opens {}</translation>
        </message>
        <message>
            <source>版式</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>版式决定纪要的文字、次序和样子，在“例会系列”里为每个系列选用。要改样子，先复制一个自己的，再用 Word 修改其中的样式（字体、字号、间距、页边距、页码）；存盘以后导出的纪要就照此排版。</source>
            <translation>A style says with which words, in which order and how minutes are printed; it is chosen for each series under "Series of meetings". To change the looks, copy one and edit its styles in Word (fonts, sizes, spacing, margins, page numbers); minutes exported after saving are set so.</translation>
        </message>
        <message>
            <source>用这个版式排出来的样子</source>
            <translation>What pages in this style look like</translation>
        </message>
        <message>
            <source>这个版式不能用的原因</source>
            <translation>Why this style cannot be used</translation>
        </message>
        <message>
            <source>复制为自己的(&amp;C)…</source>
            <translation>&amp;Copy as your own…</translation>
        </message>
        <message>
            <source>用 Word 修改样子(&amp;W)</source>
            <translation>Change looks in &amp;Word</translation>
        </message>
        <message>
            <source>修改文字和次序(&amp;T)…</source>
            <translation>Change words and order (&amp;T)…</translation>
        </message>
        <message>
            <source>改名(&amp;N)…</source>
            <translation>Re&amp;name…</translation>
        </message>
        <message>
            <source>删除(&amp;D)</source>
            <translation>&amp;Delete</translation>
        </message>
        <message>
            <source>打开所在文件夹(&amp;F)</source>
            <translation>Open &amp;folder</translation>
        </message>
    </context>
    <context>
        <name>TableDialog</name>
        <message>
            <source>表格</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>表格内容</source>
            <translation>Cells</translation>
        </message>
        <message>
            <source>添加行(&amp;R)</source>
            <translation>Add &amp;row</translation>
        </message>
        <message>
            <source>添加行</source>
            <translation>Add row</translation>
        </message>
        <message>
            <source>添加列(&amp;C)</source>
            <translation>Add &amp;column</translation>
        </message>
        <message>
            <source>添加列</source>
            <translation>Add column</translation>
        </message>
        <message>
            <source>删除行</source>
            <translation>Delete row</translation>
        </message>
        <message>
            <source>删除列</source>
            <translation>Delete column</translation>
        </message>
        <message>
            <source>首行是标题(&amp;H)</source>
            <translation>First row is the &amp;heading</translation>
        </message>
        <message>
            <source>标题行在每一页上重复</source>
            <translation>The heading is repeated on each page</translation>
        </message>
        <message>
            <source>首行是标题</source>
            <translation>First row is the heading</translation>
        </message>
        <message>
            <source>表格里的改动还没有放进正文。放弃这些改动吗？</source>
            <translation>The changes of the table are not in the text yet. Discard them?</translation>
        </message>
    </context>
    <context>
        <name>Tasks</name>
        <message>
            <source>另存到别处</source>
            <translation>Save elsewhere</translation>
        </message>
        <message>
            <source>{} 纪要.json</source>
            <translation>{} minutes.json</translation>
        </message>
        <message>
            <source>数据文件 (*.json)</source>
            <translation>Data files (*.json)</translation>
        </message>
        <message>
            <source>已另存：{}</source>
            <translation>Saved elsewhere: {}</translation>
        </message>
        <message>
            <source>还没有保存</source>
            <translation>Not saved yet</translation>
        </message>
        <message>
            <source>最后的改动还没有保存，现在关闭就会丢失。请先“另存到别处”。</source>
            <translation>The last changes are not saved, and closing now loses them. Please "Save elsewhere" first.</translation>
        </message>
        <message>
            <source>COPU Desk {}
会议纪要编辑器

资料库：{}
Python {}</source>
            <translation>COPU Desk {}
An editor of minutes

Library: {}
Python {}</translation>
        </message>
        <message>
            <source>关于 COPU Desk</source>
            <translation>About COPU Desk</translation>
        </message>
    </context>
    <context>
        <name>TrashDialog</name>
        <message>
            <source>会议</source>
            <translation>Meeting</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>原件</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>People</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>删除时间</source>
            <translation>Deleted</translation>
        </message>
        <message>
            <source>回收站是空的。</source>
            <translation>The trash is empty.</translation>
        </message>
        <message>
            <source>没有找到。换个词试试。</source>
            <translation>Not found. Try another word.</translation>
        </message>
        <message numerus="yes">
            <source>{} 件</source>
            <translation>
                <numerusform>{} thing</numerusform>
                <numerusform>{} things</numerusform>
            </translation>
        </message>
        <message>
            <source>（没有名称）</source>
            <translation>(no name)</translation>
        </message>
        <message>
            <source>回收站</source>
            <translation>Trash</translation>
        </message>
        <message>
            <source>彻底删除“{}”？</source>
            <translation>Delete "{}" for good?</translation>
        </message>
        <message numerus="yes">
            <source>彻底删除所选的 {} 件？</source>
            <translation>
                <numerusform>Delete the {} chosen thing for good?</numerusform>
                <numerusform>Delete the {} chosen things for good?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>彻底删除回收站里的全部 {} 件？</source>
            <translation>
                <numerusform>Delete the {} thing in the trash for good?</numerusform>
                <numerusform>Delete all {} things in the trash for good?</numerusform>
            </translation>
        </message>
        <message>
            <source>这一步不能撤销。</source>
            <translation>This cannot be undone.</translation>
        </message>
        <message>
            <source>彻底删除</source>
            <translation>Delete for good</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>在回收站里找</source>
            <translation>Find in the trash</translation>
        </message>
        <message>
            <source>哪一类</source>
            <translation>Which kind</translation>
        </message>
        <message>
            <source>回收站里的内容</source>
            <translation>What is in the trash</translation>
        </message>
        <message>
            <source>所选内容的样子</source>
            <translation>What the chosen thing looks like</translation>
        </message>
        <message>
            <source>恢复(&amp;R)</source>
            <translation>&amp;Restore</translation>
        </message>
        <message>
            <source>恢复所选的</source>
            <translation>Restore what is chosen</translation>
        </message>
        <message>
            <source>彻底删除(&amp;D)…</source>
            <translation>&amp;Delete for good…</translation>
        </message>
        <message>
            <source>彻底删除所选的</source>
            <translation>Delete what is chosen for good</translation>
        </message>
        <message>
            <source>清空回收站(&amp;E)…</source>
            <translation>&amp;Empty the trash…</translation>
        </message>
        <message>
            <source>清空回收站</source>
            <translation>Empty the trash</translation>
        </message>
        <message>
            <source>回收站里有多少</source>
            <translation>How much is in the trash</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Trend</name>
        <message>
            <source>每次会议的出席率：最低 {}，最高 {}，最近一次 {}</source>
            <translation>Rate of each meeting: lowest {}, highest {}, last {}</translation>
        </message>
        <message>
            <source>{} {}
出席率 {}，线上占比 {}</source>
            <translation>{} {}
Rate {}, online {}</translation>
        </message>
        <message>
            <source>出席率</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>线上占比</source>
            <translation>Online</translation>
        </message>
    </context>
    <context>
        <name>Turning</name>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>撤销 {}</source>
            <translation>Undo {}</translation>
        </message>
        <message>
            <source>重做 {}</source>
            <translation>Redo {}</translation>
        </message>
    </context>
    <context>
        <name>VersionsDialog</name>
        <message>
            <source>编辑</source>
            <translation>Edited</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Exported</translation>
        </message>
        <message>
            <source>定稿</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Imported</translation>
        </message>
        <message>
            <source>恢复之前</source>
            <translation>Before restoring</translation>
        </message>
        <message>
            <source>还没有版本。编辑时每五分钟、每次导出和定稿时都会留下一个。</source>
            <translation>There are no versions yet. One is kept every five minutes of editing, and whenever minutes are exported or made final.</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>因为</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>现在的内容</source>
            <translation>As it is now</translation>
        </message>
        <message>
            <source>这个版本</source>
            <translation>This version</translation>
        </message>
        <message numerus="yes">
            <source>{} 段不同。</source>
            <translation>
                <numerusform>{} paragraph differs.</numerusform>
                <numerusform>{} paragraphs differ.</numerusform>
            </translation>
        </message>
        <message>
            <source>两个版本印出来是一样的。</source>
            <translation>Both versions print the same.</translation>
        </message>
        <message>
            <source>版本</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>恢复成这个版本？</source>
            <translation>Go back to this version?</translation>
        </message>
        <message>
            <source>现在的内容会先留作一个版本；恢复以后可以撤销。</source>
            <translation>What there is now is kept as a version first; going back can be undone.</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>和它比较(&amp;W)</source>
            <translation>Compare &amp;with</translation>
        </message>
        <message>
            <source>和哪个版本比较</source>
            <translation>Version to compare with</translation>
        </message>
        <message>
            <source>只看改动(&amp;O)</source>
            <translation>&amp;Only changes</translation>
        </message>
        <message>
            <source>只看改动</source>
            <translation>Only changes</translation>
        </message>
        <message>
            <source>两个版本对照</source>
            <translation>Two versions side by side</translation>
        </message>
        <message>
            <source>恢复成这个版本(&amp;R)</source>
            <translation>&amp;Restore this version</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
    </context>
    <context>
        <name>WordsDialog</name>
        <message>
            <source>“{}”的文字和次序</source>
            <translation>Words and order of "{}"</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>改动还没有保存。不保存就关闭吗？</source>
            <translation>The changes are not saved. Close without saving?</translation>
        </message>
        <message>
            <source>版式的文字和次序</source>
            <translation>Words and order of the style</translation>
        </message>
        <message>
            <source>改引号里的字，或 parts 里各部分的次序和取舍；# 后面是说明。花括号里的词导出时换成会议的内容。</source>
            <translation>Change the words in quotation marks, or the order and choice of the parts in parts; what follows # is a comment. Words in braces become those of the meeting.</translation>
        </message>
        <message>
            <source>哪里写得不对</source>
            <translation>What is wrong</translation>
        </message>
        <message>
            <source>保存或取消</source>
            <translation>Save or cancel</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>已过期 {}</source>
            <translation>overdue {}</translation>
        </message>
    </context>
    <context>
        <name>agenda_list</name>
        <message>
            <source>用时 {}</source>
            <translation>Took {}</translation>
        </message>
        <message>
            <source>▶ 进行中</source>
            <translation>▶ under way</translation>
        </message>
        <message>
            <source>决议 {}</source>
            <translation>decisions {}</translation>
        </message>
        <message>
            <source>待办 {}</source>
            <translation>actions {}</translation>
        </message>
        <message>
            <source>附文 {}</source>
            <translation>essays {}</translation>
        </message>
    </context>
    <context>
        <name>app</name>
        <message>
            <source>上次程序意外退出了。保存过的文字都在，已经回到退出前的地方。</source>
            <translation>The program broke off the last time. All that was saved is here, and you are where you were.</translation>
        </message>
        <message>
            <source>保存报告…</source>
            <translation>Save report…</translation>
        </message>
        <message>
            <source>上次没有正常退出（例如断电）。保存过的文字都在，已经回到退出前的地方。</source>
            <translation>The program did not end well the last time (the power went, perhaps). All that was saved is here, and you are where you were.</translation>
        </message>
    </context>
    <context>
        <name>attendees_page</name>
        <message>
            <source>标记 {} 人</source>
            <translation>{} marked</translation>
        </message>
        <message>
            <source>新增 {} 人</source>
            <translation>{} new</translation>
        </message>
        <message>
            <source>重名请自行标记：{}</source>
            <translation>namesakes to be marked by you: {}</translation>
        </message>
        <message>
            <source>{}。</source>
            <translation>{}.</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>现场 {} · 线上 {} · 请假 {} · 未到 {} / 应到 {}</source>
            <translation>On site {} · online {} · excused {} · missing {} of {}</translation>
        </message>
    </context>
    <context>
        <name>connection_list</name>
        <message>
            <source>{}第 {} 行</source>
            <translation>{} row {}</translation>
        </message>
        <message>
            <source>会外</source>
            <translation>outside</translation>
        </message>
        <message>
            <source>不明</source>
            <translation>unknown</translation>
        </message>
        <message>
            <source>{} 小时 {} 分</source>
            <translation>{} h {} min</translation>
        </message>
        <message>
            <source>{} 分</source>
            <translation>{} min</translation>
        </message>
        <message>
            <source>{} 秒</source>
            <translation>{} s</translation>
        </message>
        <message>
            <source>至少 {}</source>
            <translation>at least {}</translation>
        </message>
    </context>
    <context>
        <name>crash</name>
        <message>
            <source>程序出了一个错。</source>
            <translation>Something in the program went wrong.</translation>
        </message>
        <message>
            <source>已经输入的文字都保存好了，可以继续使用。</source>
            <translation>All that was typed is saved; you can go on.</translation>
        </message>
        <message>
            <source>有文字还没有保存，都还在窗口里。请先用“另存到别处”保存一份，再退出。</source>
            <translation>Some text is not saved yet and still in the window. Please use "Save elsewhere" before you quit.</translation>
        </message>
        <message>
            <source>版本 {}。报告里没有任何会议内容，可以放心发给维护者。</source>
            <translation>Version {}. The report holds nothing of any meeting, so it can be sent to the maintainers.</translation>
        </message>
        <message>
            <source>继续使用</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>保存报告…</source>
            <translation>Save report…</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>COPU Desk 错误报告 {}.txt</source>
            <translation>COPU Desk report {}.txt</translation>
        </message>
        <message>
            <source>保存报告</source>
            <translation>Save report</translation>
        </message>
        <message>
            <source>文本 (*.txt)</source>
            <translation>Text (*.txt)</translation>
        </message>
    </context>
    <context>
        <name>deletion</name>
        <message>
            <source>“{}”已移到回收站，按 Ctrl+Z 或从“会议”菜单的“回收站”恢复。</source>
            <translation>"{}" was moved to the trash. Press Ctrl+Z or choose Trash in the Meeting menu to bring it back.</translation>
        </message>
        <message>
            <source>删除会议</source>
            <translation>Delete meeting</translation>
        </message>
        <message>
            <source>已从回收站恢复。</source>
            <translation>Restored from the trash.</translation>
        </message>
    </context>
    <context>
        <name>go_to</name>
        <message>
            <source>命令：{}</source>
            <translation>Command: {}</translation>
        </message>
        <message>
            <source>人员：{}</source>
            <translation>Person: {}</translation>
        </message>
    </context>
    <context>
        <name>heat_paint</name>
        <message>
            <source>列</source>
            <translation>O</translation>
        </message>
        <message>
            <source>宾</source>
            <translation>G</translation>
        </message>
    </context>
    <context>
        <name>jobs</name>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>keys</name>
        <message>
            <source>点名框</source>
            <translation>Roll-call box</translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>现场；名字末尾加 + 线上，/ 请假，- 缺席</source>
            <translation>in the room; names ending in + online, / excused, - absent</translation>
        </message>
        <message>
            <source>在可能的人里挑选；没有可挑的时候，↓ 去往名单</source>
            <translation>choose among those who may be meant; else ↓ goes to the list</translation>
        </message>
        <message>
            <source>再按回车</source>
            <translation>Enter again</translation>
        </message>
        <message>
            <source>不在名册里的人，列席；Ctrl+回车同时加入名册</source>
            <translation>somebody not in the roster becomes an observer; Ctrl+Enter also adds to the roster</translation>
        </message>
        <message>
            <source>粘贴名单，像旧纪要里那样写的都认</source>
            <translation>paste a list of names, written as in any past minutes</translation>
        </message>
        <message>
            <source>参会名单</source>
            <translation>List of attendees</translation>
        </message>
        <message>
            <source>空格</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>轮换到会标记</source>
            <translation>next mark of presence</translation>
        </message>
        <message>
            <source>现场、线上、请假、缺席</source>
            <translation>in the room, online, excused, absent</translation>
        </message>
        <message>
            <source>现在到会或离会，记下时间和正在讨论的议程</source>
            <translation>arrives or leaves now: the time and the item under discussion are noted</translation>
        </message>
        <message>
            <source>补记到会时间</source>
            <translation>had arrived by now</translation>
        </message>
        <message>
            <source>粘贴名单</source>
            <translation>Paste list of names</translation>
        </message>
        <message>
            <source>所选的人在会议平台的连接记录</source>
            <translation>Platform connections of the selected person</translation>
        </message>
        <message>
            <source>会议平台名单</source>
            <translation>Attendance report</translation>
        </message>
        <message>
            <source>是列出的第几位；应到而未到的人：现场、线上、请假、缺席</source>
            <translation>It is the one listed there; for who is missing: in the room, online, excused, absent</translation>
        </message>
        <message>
            <source>列席加入</source>
            <translation>Joins as observer</translation>
        </message>
        <message>
            <source>列席加入，并入名册</source>
            <translation>Joins as observer and joins the roster</translation>
        </message>
        <message>
            <source>不是参会人</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>改为待定</source>
            <translation>Undecided</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>开始或停止这一项的计时</source>
            <translation>start or stop the clock of this item</translation>
        </message>
        <message>
            <source>列表末尾回车</source>
            <translation>Enter at the end</translation>
        </message>
        <message>
            <source>添加一项议程</source>
            <translation>add an agenda item</translation>
        </message>
        <message>
            <source>在列表里：粘贴通知里的议程，一行一项；在附文列表里：粘贴一整篇</source>
            <translation>In the list: paste the agenda of a notice, an item a line; in the list of essays: paste a whole text</translation>
        </message>
        <message>
            <source>速记</source>
            <translation>Scratch pad</translation>
        </message>
        <message>
            <source>把最后一段归入第几项议程的讨论</source>
            <translation>file the last paragraph under the discussion of that item</translation>
        </message>
        <message>
            <source>归为决议</source>
            <translation>Filed as decision</translation>
        </message>
        <message>
            <source>归为待办</source>
            <translation>Filed as action</translation>
        </message>
        <message>
            <source>插入时间</source>
            <translation>insert the time</translation>
        </message>
        <message>
            <source>补全人名</source>
            <translation>complete a name</translation>
        </message>
        <message>
            <source>附文和讨论的正文</source>
            <translation>Text of essays and discussions</translation>
        </message>
        <message>
            <source>加粗、倾斜、下划线</source>
            <translation>bold, italic, underlined</translation>
        </message>
        <message>
            <source>上标、下标</source>
            <translation>superscript, subscript</translation>
        </message>
        <message>
            <source>正文、标题 1–3、引文、发言</source>
            <translation>body, headings 1–3, quote, speaker</translation>
        </message>
        <message>
            <source>编号列表、项目列表</source>
            <translation>numbered list, bullets</translation>
        </message>
        <message>
            <source>查找和替换</source>
            <translation>Find and replace</translation>
        </message>
        <message>
            <source>只粘贴文字</source>
            <translation>paste text only</translation>
        </message>
        <message>
            <source>放大、缩小、原来的大小</source>
            <translation>larger, smaller, as it is</translation>
        </message>
        <message>
            <source>表格和列表</source>
            <translation>Tables and lists</translation>
        </message>
        <message>
            <source>编辑，在末尾添加一行；Esc 还原</source>
            <translation>edit, or add a row at the end; Esc gives back</translation>
        </message>
        <message>
            <source>上移、下移</source>
            <translation>move up, move down</translation>
        </message>
        <message>
            <source>添加一行决议或待办</source>
            <translation>add a decision or an action</translation>
        </message>
        <message>
            <source>删除所选</source>
            <translation>delete what is chosen</translation>
        </message>
        <message>
            <source>按这一列排序，再按倒序，再按还原；点列名也行</source>
            <translation>Sort by this column, again the other way round, again as before; a click on the heading does it too</translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>收起，回到原来的地方</source>
            <translation>Fold away, and go back to where you were</translation>
        </message>
        <message>
            <source>原件</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>打开只读的副本</source>
            <translation>Open a read-only copy</translation>
        </message>
        <message>
            <source>移除</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>所有会议的待办</source>
            <translation>Actions of all meetings</translation>
        </message>
        <message>
            <source>办好了，再按一次重新打开</source>
            <translation>done; again: reopen</translation>
        </message>
        <message>
            <source>Ctrl+回车</source>
            <translation>Ctrl+Enter</translation>
        </message>
        <message>
            <source>去往那次会议</source>
            <translation>go to that meeting</translation>
        </message>
        <message>
            <source>考勤</source>
            <translation>Attendance</translation>
        </message>
        <message>
            <source>打开那次会议</source>
            <translation>open that meeting</translation>
        </message>
        <message>
            <source>复制图片</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>带回的修改</source>
            <translation>Corrections brought back</translation>
        </message>
        <message>
            <source>回车、A</source>
            <translation>Enter, A</translation>
        </message>
        <message>
            <source>接受，去往下一处</source>
            <translation>Accept, and go to the next</translation>
        </message>
        <message>
            <source>不接受，去往下一处</source>
            <translation>Reject, and go to the next</translation>
        </message>
        <message>
            <source>预览</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>点一下</source>
            <translation>Click</translation>
        </message>
        <message>
            <source>去往那里</source>
            <translation>go there</translation>
        </message>
        <message>
            <source>Ctrl+滚轮</source>
            <translation>Ctrl+wheel</translation>
        </message>
        <message>
            <source>放大、缩小</source>
            <translation>larger, smaller</translation>
        </message>
    </context>
    <context>
        <name>left_out</name>
        <message>
            <source>{} 等 {} 人</source>
            <translation>{} and more, {} in all</translation>
        </message>
        <message>
            <source>{} 等 {} 项</source>
            <translation>{} and more, {} in all</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>纪要里没有印：{}。</source>
            <translation>Not in the minutes: {}.</translation>
        </message>
    </context>
    <context>
        <name>offer</name>
        <message>
            <source>导出好了</source>
            <translation>Exported</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>打开所在文件夹</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>打不开</source>
            <translation>Cannot be opened</translation>
        </message>
        <message>
            <source>这台电脑上没有能打开它的程序：{}</source>
            <translation>No program on this computer can open it: {}</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message>
            <source>只读打开(&amp;R)</source>
            <translation>Open &amp;read-only</translation>
        </message>
        <message>
            <source>再试一次(&amp;T)</source>
            <translation>&amp;Try again</translation>
        </message>
        <message>
            <source>如果那台电脑上其实已经关闭，可以由这里接管；两边同时修改会弄坏资料库。</source>
            <translation>If it is closed on that computer in truth, it can be taken over here; changes from both sides at once would damage the library.</translation>
        </message>
        <message>
            <source>那边已关闭，由这里接管</source>
            <translation>It is closed there; take over here</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>损坏的文件会移到一旁，不会删除。</source>
            <translation>The damaged file is put aside, not deleted.</translation>
        </message>
        <message>
            <source>从备份恢复(&amp;R)…</source>
            <translation>&amp;Restore from a backup…</translation>
        </message>
    </context>
    <context>
        <name>past_page</name>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>平台</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>主持</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>记录</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>密级</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>开头</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>参会人员 {}（✓ 名册里的人）</source>
            <translation>Attendees {} (✓ in the roster)</translation>
        </message>
        <message>
            <source>汇报人：{}</source>
            <translation>Presented by: {}</translation>
        </message>
        <message>
            <source>决议</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
    </context>
    <context>
        <name>pictures</name>
        <message>
            <source>插入图片</source>
            <translation>Insert picture</translation>
        </message>
    </context>
    <context>
        <name>places</name>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>开头</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>议程之前的文字</source>
            <translation>After the opening</translation>
        </message>
        <message>
            <source>结束语</source>
            <translation>Closing</translation>
        </message>
        <message>
            <source>名单之后的文字</source>
            <translation>At the end</translation>
        </message>
        <message>
            <source>密级</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>线上</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>会议链接</source>
            <translation>Meeting link</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>主持人</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>记录人</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>速记</source>
            <translation>Scratch pad</translation>
        </message>
        <message>
            <source>分节</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>导语</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>汇报人</source>
            <translation>Presenter</translation>
        </message>
        <message>
            <source>讨论</source>
            <translation>Discussion</translation>
        </message>
        <message>
            <source>决议</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>作者</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>参会名单</source>
            <translation>Attendees</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>连接记录</source>
            <translation>Connections</translation>
        </message>
        <message>
            <source>原件</source>
            <translation>Originals</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>Series</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>待办“{}”</source>
            <translation>Action "{}"</translation>
        </message>
        <message>
            <source>议程“{}”</source>
            <translation>Item "{}"</translation>
        </message>
        <message>
            <source>附文“{}”</source>
            <translation>Essay "{}"</translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message>
            <source>正在排版…</source>
            <translation>Setting the pages…</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>打印机没有接受这份纪要。请检查打印机，再试一次。</source>
            <translation>The printer did not take the minutes. Please look at the printer and try again.</translation>
        </message>
        <message>
            <source>正在送往打印机：第 {} 页，共 {} 页…</source>
            <translation>Sending page {} of {} to the printer…</translation>
        </message>
    </context>
    <context>
        <name>report_import</name>
        <message>
            <source>正在辨认“{}”…</source>
            <translation>Recognising "{}"…</translation>
        </message>
    </context>
    <context>
        <name>rich_draw</name>
        <message>
            <source>分页</source>
            <translation>Page break</translation>
        </message>
        <message>
            <source>图片不在资料库里</source>
            <translation>The picture is not in the library</translation>
        </message>
    </context>
    <context>
        <name>sentences</name>
        <message>
            <source>这个数据文件太大了，无法读入。请分批导出后再导入。</source>
            <translation>This data file is too large to read. Please export it in several parts and import those.</translation>
        </message>
        <message>
            <source>这个 JSON 文件不是 COPU Desk 导出的。请换用 COPU Desk 导出的 .json 文件。</source>
            <translation>This JSON file was not exported by COPU Desk. Please use a .json file that COPU Desk exported.</translation>
        </message>
        <message>
            <source>这个数据文件来自更新版本的 COPU Desk。请先升级程序，再导入。</source>
            <translation>This data file comes from a newer COPU Desk. Please update the program first, then import it.</translation>
        </message>
        <message>
            <source>这个文件不是完整的 JSON 数据。请换用 COPU Desk 导出的 .json 文件。</source>
            <translation>This file is no complete JSON data. Please use a .json file that COPU Desk exported.</translation>
        </message>
        <message>
            <source>这个数据文件的内容不完整或被改动过，没有导入。请重新导出一份。</source>
            <translation>What this data file holds is incomplete or was changed; it was not imported. Please export it once more.</translation>
        </message>
        <message>
            <source>标题里的日期是{day}，会议日期却是{held_on}。</source>
            <translation>The day in the title is {day}, but the meeting is held on {held_on}.</translation>
        </message>
        <message>
            <source>还没有填写主持人。</source>
            <translation>There is no chair yet.</translation>
        </message>
        <message>
            <source>还没有人标为现场或线上，请点名。</source>
            <translation>Nobody is marked as on site or online yet; please call the roll.</translation>
        </message>
        <message>
            <source>“{name}”在名单里出现了不止一次。</source>
            <translation>"{name}" stands in the list more than once.</translation>
        </message>
        <message>
            <source>议程“{item}”还没有任何结果。</source>
            <translation>The agenda item "{item}" has no result yet.</translation>
        </message>
        <message>
            <source>附文“{essay}”还没有正文。</source>
            <translation>The essay "{essay}" has no text yet.</translation>
        </message>
        <message>
            <source>同一段文字里混用了全角标点（{full} 处）和半角标点（{half} 处）。</source>
            <translation>One paragraph has both full-width and half-width punctuation ({full} and {half}).</translation>
        </message>
        <message>
            <source>待办“{what}”还没有责任人。</source>
            <translation>The action "{what}" has no owner yet.</translation>
        </message>
        <message>
            <source>待办“{what}”还没有期限。</source>
            <translation>The action "{what}" has no due date yet.</translation>
        </message>
        <message>
            <source>{day}是{weekday}，文中写成了{said}。</source>
            <translation>{day} is a {weekday}, but the text says {said}.</translation>
        </message>
        <message>
            <source>“{name}”{how}，却在议程“{item}”里发言。</source>
            <translation>"{name}" was {how}, but speaks on the agenda item "{item}".</translation>
        </message>
        <message>
            <source>文中提到“{name}”，但参会名单里没有这个人。</source>
            <translation>The text names "{name}", who is not in the list of attendees.</translation>
        </message>
        <message>
            <source>“{written}”和名单里的“{name}”只差一个字，是不是同一个人？</source>
            <translation>"{written}" differs from "{name}" of the list in one character; are they the same person?</translation>
        </message>
        <message>
            <source>“{vague}”不够明确，建议写出谁在什么时候做到什么程度。</source>
            <translation>"{vague}" is vague; better say who does what by when.</translation>
        </message>
        <message>
            <source>请假</source>
            <translation>excused</translation>
        </message>
        <message>
            <source>缺席</source>
            <translation>absent</translation>
        </message>
        <message>
            <source>{series}考勤表（{since}—{until}）</source>
            <translation>Attendance of {series} ({since} to {until})</translation>
        </message>
        <message>
            <source>未到</source>
            <translation>Not marked</translation>
        </message>
        <message>
            <source>出席</source>
            <translation>Attending</translation>
        </message>
        <message>
            <source>列席</source>
            <translation>Observing</translation>
        </message>
        <message>
            <source>嘉宾</source>
            <translation>Guests</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>线上</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>主持人</source>
            <translation>Chair</translation>
        </message>
        <message>
            <source>分节</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>导语</source>
            <translation>Leads</translation>
        </message>
        <message>
            <source>汇报人</source>
            <translation>Presenters</translation>
        </message>
        <message>
            <source>参会备注</source>
            <translation>Notes on attendees</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>议题标题</source>
            <translation>Titles of items</translation>
        </message>
        <message>
            <source>讨论</source>
            <translation>Discussion</translation>
        </message>
        <message>
            <source>决议</source>
            <translation>Decisions</translation>
        </message>
        <message>
            <source>加粗</source>
            <translation>Made bold</translation>
        </message>
        <message>
            <source>取消加粗</source>
            <translation>No longer bold</translation>
        </message>
        <message>
            <source>倾斜</source>
            <translation>Made italic</translation>
        </message>
        <message>
            <source>取消倾斜</source>
            <translation>No longer italic</translation>
        </message>
        <message>
            <source>加下划线</source>
            <translation>Underlined</translation>
        </message>
        <message>
            <source>取消下划线</source>
            <translation>No longer underlined</translation>
        </message>
        <message>
            <source>{what}：{words}</source>
            <translation>{what}: {words}</translation>
        </message>
        <message>
            <source>改为{level}级标题</source>
            <translation>Made a heading of level {level}</translation>
        </message>
        <message>
            <source>改为正文</source>
            <translation>Made running text</translation>
        </message>
        <message>
            <source>样式改为“{style}”</source>
            <translation>Style changed to "{style}"</translation>
        </message>
        <message>
            <source>{year}年{month}月{day}日</source>
            <translation>{year}-{month:02}-{day:02}</translation>
        </message>
        <message>
            <source>星期一</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>星期二</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>星期三</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>星期四</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>星期五</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>星期六</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>星期日</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>这段时间里没有会议，没有生成考勤表。请检查起止日期和系列。</source>
            <translation>There are no meetings in this period, so no workbook was made. Please check the dates and the series.</translation>
        </message>
        <message>
            <source>考勤表是 Excel 文件，文件名要以 .xlsx 结尾，而不是“{file}”。</source>
            <translation>The attendance workbook is an Excel file: its name has to end in .xlsx, unlike "{file}".</translation>
        </message>
        <message>
            <source>正在整理考勤…</source>
            <translation>Counting attendance…</translation>
        </message>
        <message>
            <source>文件里没有记下它是哪一次导出的，就和最近一次导出的内容比较。</source>
            <translation>The file does not say which export it comes from, so it is compared with the last one.</translation>
        </message>
        <message>
            <source>导出它时的版本已经不在资料库里了，就和现在的内容比较。</source>
            <translation>The version it was exported from is no longer in the library, so it is compared with the minutes as they are now.</translation>
        </message>
        <message>
            <source>这次会议还没有导出过，就和现在的内容比较。</source>
            <translation>This meeting was never exported, so the file is compared with the minutes as they are now.</translation>
        </message>
        <message>
            <source>正在和导出时的内容比较…</source>
            <translation>Comparing with what was exported…</translation>
        </message>
        <message>
            <source>正在给改动找位置…</source>
            <translation>Finding the place of each change…</translation>
        </message>
        <message>
            <source>没有议程叫“{words}”。请写它的序号或标题。议程：{listed}。</source>
            <translation>No agenda item is called "{words}". Please give its number or title. Agenda: {listed}.</translation>
        </message>
        <message>
            <source>版式“{style}”里没有“{words}”这个部分。可以写：{parts}。</source>
            <translation>The style "{style}" has no part "{words}". There are: {parts}.</translation>
        </message>
        <message>
            <source>不止一项议程叫“{words}”。请写它的序号或标题。议程：{listed}。</source>
            <translation>More than one agenda item is called "{words}". Please give its number or title. Agenda: {listed}.</translation>
        </message>
        <message>
            <source>{label}（{part}）</source>
            <translation>{label} ({part})</translation>
        </message>
        <message>
            <source>要修改定稿，请先写明原因。</source>
            <translation>To change final minutes, please give a reason first.</translation>
        </message>
        <message>
            <source>“{backup}”就是现在的资料库。请指定一个备份文件。</source>
            <translation>"{backup}" is the library itself. Please name a backup.</translation>
        </message>
        <message>
            <source>没有找到资料库“{library}”。请检查文件名。</source>
            <translation>There is no library "{library}". Please check the name of the file.</translation>
        </message>
        <message>
            <source>工作表“{sheet}”</source>
            <translation>The sheet "{sheet}"</translation>
        </message>
        <message>
            <source>台账</source>
            <translation>The ledger</translation>
        </message>
        <message>
            <source>只能往 .xlsx 台账里写。请在 Excel 或 WPS 里另存为 .xlsx，再试一次。</source>
            <translation>Only a ledger in .xlsx can be written into. Please save it as .xlsx in Excel or WPS and try again.</translation>
        </message>
        <message>
            <source>新台账不能就是原来的文件，原来的不会改动。请换一个文件名。</source>
            <translation>The new ledger cannot be the old file, which is never changed. Please choose another name.</translation>
        </message>
        <message>
            <source>这次会议登记了到会的人，一个也不在台账里，没有写。请检查台账里的姓名。</source>
            <translation>None of the people marked at this meeting is in the ledger, so nothing was written. Please check the names in the ledger.</translation>
        </message>
        <message>
            <source>台账里已经有 {day} 的标记，没有改动。</source>
            <translation>The ledger has marks for {day} already; nothing was changed.</translation>
        </message>
        <message>
            <source>{where}里有看不懂的标记，记为未登记：{unsure}。</source>
            <translation>{where} has marks that are not understood and count as not recorded: {unsure}.</translation>
        </message>
        <message>
            <source>台账里没有这些人（或同名的分不清），没有写进去：{missing}。</source>
            <translation>The ledger does not have these people (or several of that name), so they were left out: {missing}.</translation>
        </message>
        <message>
            <source>人员名册可以导出为 .xlsx 或 .csv，而不是“{file}”。请改文件名的结尾。</source>
            <translation>The roster can be exported as .xlsx or .csv, not as "{file}". Please change how the name ends.</translation>
        </message>
        <message>
            <source>还没有选要摘录哪一项议程。请选一项。</source>
            <translation>No agenda item is chosen for the excerpt yet. Please choose one.</translation>
        </message>
        <message>
            <source>还没有选导出成什么格式。请至少勾选一种。</source>
            <translation>No format is chosen yet. Please tick at least one.</translation>
        </message>
        <message>
            <source>{whole}里总是整次会议。请换用别的格式，或导出纪要。</source>
            <translation>{whole}: these always hold the whole meeting. Please choose another format, or export the minutes.</translation>
        </message>
        <message>
            <source>正在写入文件…</source>
            <translation>Writing files…</translation>
        </message>
        <message>
            <source>正在生成“{file}”…</source>
            <translation>Making "{file}"…</translation>
        </message>
        <message>
            <source>重新修改：{reason}</source>
            <translation>Changed again: {reason}</translation>
        </message>
        <message>
            <source>导入会议平台名单之前</source>
            <translation>Before an attendance report was imported</translation>
        </message>
        <message>
            <source>恢复成 {moment} 的版本之前</source>
            <translation>Before going back to the version of {moment}</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>{kind}{times}{where}。</source>
            <translation>{kind}{times}{where}.</translation>
        </message>
        <message numerus="yes">
            <source>{hours}，{count} 人</source>
            <translation>
                <numerusform>{hours}, {count} person</numerusform>
                <numerusform>{hours}, {count} people</numerusform>
            </translation>
        </message>
        <message>
            <source>没有时间</source>
            <translation>no times</translation>
        </message>
        <message>
            <source>名单里的日期（如 7/8/2026）有两种读法。请用 --dates mdy（月/日/年）或 --dates dmy（日/月/年）指明。</source>
            <translation>Days in the report, such as 7/8/2026, can be read in two ways. Please say which: --dates mdy (month/day/year) or --dates dmy (day/month/year).</translation>
        </message>
        <message>
            <source>抄送</source>
            <translation>Copies to</translation>
        </message>
        <message>
            <source>这次会议已经定稿，没有改动它。请先退回草稿，再导入名单。</source>
            <translation>The minutes of this meeting are final, so it was not changed. Please make them a draft again first, then import the report.</translation>
        </message>
        <message>
            <source>名单里没有 {held_on} 的连接。有：{told}。请检查会议日期，或用 --session 指明是哪一场。</source>
            <translation>The report has no connections on {held_on}. It has: {told}. Please check the day of the meeting, or say which session with --session.</translation>
        </message>
        <message numerus="yes">
            <source>名单里 {held_on} 有 {count} 场会议：{told}。请先填写会议的开始时间，或用 --session 指明是哪一场。</source>
            <translation>
                <numerusform>On {held_on} the report has {count} session: {told}. Please fill in when the meeting began, or say which session with --session.</numerusform>
                <numerusform>On {held_on} the report has {count} sessions: {told}. Please fill in when the meeting began, or say which session with --session.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{file}”没有导入：{why}</source>
            <translation>"{file}" was not imported: {why}</translation>
        </message>
        <message>
            <source>名单里没有第 {session} 场会议。有：{told}。</source>
            <translation>The report has no session {session}. It has: {told}.</translation>
        </message>
        <message>
            <source>（无）</source>
            <translation>(none)</translation>
        </message>
        <message>
            <source>没有名为“{name}”的例会系列。现有：{listed}。</source>
            <translation>No series is called "{name}". There are: {listed}.</translation>
        </message>
        <message>
            <source>空白行要在 0 到 {most_blank_rows} 之间，而不是 {blank_rows}。</source>
            <translation>Blank rows must be between 0 and {most_blank_rows}, not {blank_rows}.</translation>
        </message>
        <message>
            <source>签到表可以是 .docx 或 .pdf 文件，而不是“{file}”。</source>
            <translation>A sign-in sheet can be a .docx or a .pdf file, not "{file}".</translation>
        </message>
        <message>
            <source>改名</source>
            <translation>renamed</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>changed</translation>
        </message>
        <message>
            <source>“{name}”是自带的版式，不能{what}。请先复制一个自己的。</source>
            <translation>"{name}" is a style of the program and cannot be {what}. Please make your own copy first.</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>deleted</translation>
        </message>
        <message>
            <source>例会系列{listed}正在用这个版式。请先给它换一个版式，再删除。</source>
            <translation>This style is in use by the series {listed}. Please give them another style first, then delete it.</translation>
        </message>
        <message>
            <source>打不开文件“{path}”。请检查是否有权限读它，或是否正被别的程序占用。</source>
            <translation>The file "{path}" cannot be opened. Please check whether you may read it, or whether another program holds it.</translation>
        </message>
        <message>
            <source>“{path}”写不进去（{why}）。原有的文件没有改动；请检查磁盘空间，或换一个文件夹。</source>
            <translation>"{path}" cannot be written ({why}). Any file that was there is unchanged; please check the free space, or choose another folder.</translation>
        </message>
        <message>
            <source>“{path}”写不进去：没有权限，或者它正在 Word、WPS 里打开着。请关闭它，或换一个文件夹。</source>
            <translation>"{path}" cannot be written: it is not permitted, or the file is open in Word or WPS. Please close it, or choose another folder.</translation>
        </message>
        <message>
            <source>“{path}”不能作为文件名，因为那里已经有一个文件夹或文件。请换一个名字。</source>
            <translation>"{path}" cannot be the name of a file, because a folder or a file is there already. Please choose another name.</translation>
        </message>
        <message>
            <source>“{path}”删不掉：没有权限，或者它正在别的程序里打开着。请关闭它再试。</source>
            <translation>"{path}" cannot be deleted: it is not permitted, or the file is open in another program. Please close it and try again.</translation>
        </message>
        <message>
            <source>磁盘出错</source>
            <translation>a fault of the disk</translation>
        </message>
        <message>
            <source>它不是纯文本文件。如果是 Word 或 WPS 文档，请先另存为纯文本（.txt）。</source>
            <translation>It is no plain text. If it is a document of Word or WPS, please save it as plain text (.txt) first.</translation>
        </message>
        <message>
            <source>它的编码有损坏，有些字读不出来。请用记事本打开核对，再另存为 UTF-8 编码的文本。</source>
            <translation>Its encoding is damaged, and some characters cannot be read. Please check it in a text editor and save it as UTF-8.</translation>
        </message>
        <message>
            <source>会议文件夹</source>
            <translation>Meeting folder</translation>
        </message>
        <message>
            <source>纪要</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>纪要摘录</source>
            <translation>Excerpt</translation>
        </message>
        <message>
            <source>会议通知</source>
            <translation>Notice</translation>
        </message>
        <message>
            <source>没有“{paper}”这种文书。可以用：{papers}。</source>
            <translation>There is no paper "{paper}". There are: {papers}.</translation>
        </message>
        <message>
            <source>Word 纪要</source>
            <translation>Word minutes</translation>
        </message>
        <message>
            <source>网页（可贴进公众号）</source>
            <translation>Web page</translation>
        </message>
        <message>
            <source>纯文本</source>
            <translation>Plain text</translation>
        </message>
        <message>
            <source>邮件草稿（附纪要）</source>
            <translation>E-mail draft</translation>
        </message>
        <message>
            <source>数据文件（可再导入）</source>
            <translation>Data file</translation>
        </message>
        <message>
            <source>不能导出“{kind}”格式。可以用：{exports}。</source>
            <translation>There is no export to "{kind}". There are: {exports}.</translation>
        </message>
        <message>
            <source>不能读“{file}”这种文件。可以导入：{listed}。</source>
            <translation>Files like "{file}" cannot be read. These can be imported: {listed}.</translation>
        </message>
        <message>
            <source>不能把“{file}”读成附文。可以导入：{kinds}。</source>
            <translation>"{file}" cannot be read as an essay. These can be imported: {kinds}.</translation>
        </message>
        <message>
            <source>“{file}”没有读入：{why}</source>
            <translation>"{file}" was not read: {why}</translation>
        </message>
        <message>
            <source>“{file}”不是能读的图片，没有插入。请换成 PNG 或 JPEG。</source>
            <translation>"{file}" is no picture that can be read, so it was not inserted. Please use PNG or JPEG.</translation>
        </message>
        <message>
            <source>图片“{file}”超过 20 MB，没有插入。请先把它缩小。</source>
            <translation>The picture "{file}" is larger than 20 MB, so it was not inserted. Please make it smaller first.</translation>
        </message>
        <message>
            <source>台账太大了（人数乘会议次数超过 {most} 万）。请按年分成几个文件。</source>
            <translation>The ledger is too large (people times meetings above {most}0,000). Please part it into a file for each year.</translation>
        </message>
        <message numerus="yes">
            <source>“{file}”里有 {count} 人，一次最多导入 {most} 人。请分成几个文件。</source>
            <translation>
                <numerusform>"{file}" holds {count} person; at most {most} people can be imported at once. Please part it into several files.</numerusform>
                <numerusform>"{file}" holds {count} people; at most {most} can be imported at once. Please part it into several files.</numerusform>
            </translation>
        </message>
        <message>
            <source>图片“{file}”读不出来，没有插入。请检查文件。</source>
            <translation>The picture "{file}" cannot be read, so it was not inserted. Please check the file.</translation>
        </message>
        <message>
            <source>它是 PDF，里面没有可靠的文字次序。请用 Word 打开它（Word 能转换 PDF）后另存为 .docx，再导入。</source>
            <translation>It is a PDF, in which the order of the text is not certain. Please open it in Word (which can convert it), save it as .docx and import that.</translation>
        </message>
        <message>
            <source>它是“单个文件网页”（.mht）。请用 Word 或浏览器打开后另存为 .docx 或 .html，再导入。</source>
            <translation>It is a single-file web page (.mht). Please open it in Word or a browser, save it as .docx or .html and import that.</translation>
        </message>
        <message>
            <source>它是图片。请打开一篇附文，把图片插入正文。</source>
            <translation>It is a picture. Please open an essay and insert the picture into its text.</translation>
        </message>
        <message>
            <source>“{file}”太大了，无法导入。请分成几个文件。</source>
            <translation>"{file}" is too large to import. Please divide it into several files.</translation>
        </message>
        <message>
            <source>找不到文件“{path}”。请检查文件名和所在的文件夹。</source>
            <translation>There is no file "{path}". Please check its name and its folder.</translation>
        </message>
        <message>
            <source>另一个程序的改动</source>
            <translation>Changed by another program</translation>
        </message>
        <message>
            <source>有一张图片不在资料库里了，请重新插入。</source>
            <translation>A picture is no longer in the library; please insert it again.</translation>
        </message>
        <message>
            <source>“{path}”就是现在的资料库。请换一个文件名。</source>
            <translation>"{path}" is the present library itself. Choose another file name.</translation>
        </message>
        <message>
            <source>资料库“{library}”是只读打开的，不能恢复。</source>
            <translation>The library "{library}" is open only to be read, so nothing can be restored.</translation>
        </message>
        <message>
            <source>这次会议的内容损坏了，读不出来。请从备份恢复。</source>
            <translation>What this meeting holds is damaged and cannot be read. Restore it from a backup.</translation>
        </message>
        <message>
            <source>正在重建索引…</source>
            <translation>Rebuilding the index…</translation>
        </message>
        <message>
            <source>备份写不到“{path}”（{why}）。原有的备份都在；请检查文件夹和磁盘空间。</source>
            <translation>The backup cannot be written to "{path}" ({why}). The earlier backups are all there; please check the folder and the free space.</translation>
        </message>
        <message>
            <source>正在备份…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>没有找到备份“{path}”。请检查文件名。</source>
            <translation>There is no backup "{path}". Please check the name of the file.</translation>
        </message>
        <message>
            <source>“{path}”损坏了，或者不是 COPU Desk 的备份。请换一个文件。</source>
            <translation>"{path}" is damaged, or is no backup of COPU Desk. Please choose another file.</translation>
        </message>
        <message>
            <source>资料库“{library}”读不出来（{why}），没有备份它。请运行“检查资料库”。</source>
            <translation>The library "{library}" cannot be read ({why}), so it was not backed up. Please run "Verify the library".</translation>
        </message>
        <message>
            <source>备份写不到“{library}”（{why}）。损坏的资料库在“{aside}”，恢复出来的在“{fresh}”。</source>
            <translation>The backup cannot be written to "{library}" ({why}). The damaged library is at "{aside}", the restored one at "{fresh}".</translation>
        </message>
        <message>
            <source>损坏的资料库“{library}”移不开。请关闭使用它的程序，再试一次。</source>
            <translation>The damaged library "{library}" cannot be moved aside. Please close whatever program uses it and try again.</translation>
        </message>
        <message>
            <source>正在检查备份…</source>
            <translation>Checking the backup…</translation>
        </message>
        <message>
            <source>备份“{path}”没有通过检查，没有保留它。请检查磁盘。</source>
            <translation>The backup "{path}" did not pass its check, so it was not kept. Please check the disk.</translation>
        </message>
        <message>
            <source>“{path}”不是 COPU Desk 的备份。请换一个文件。</source>
            <translation>"{path}" is no backup of COPU Desk. Please choose another file.</translation>
        </message>
        <message>
            <source>备份“{path}”来自更新版本的 COPU Desk。请先升级程序，再恢复。</source>
            <translation>The backup "{path}" comes from a newer COPU Desk. Please update the program first, then restore it.</translation>
        </message>
        <message>
            <source>备份“{path}”的结构被别的程序改过，没有用它。请换一个备份。</source>
            <translation>Another program changed the structure of the backup "{path}". It was not used; please choose another backup.</translation>
        </message>
        <message>
            <source>备份“{path}”损坏了，没有用它。请换一个备份。</source>
            <translation>The backup "{path}" is damaged, so it was not used. Please choose another one.</translation>
        </message>
        <message>
            <source>“{library}”不是 COPU Desk 的资料库，没有备份它。请换一个文件。</source>
            <translation>"{library}" is no library of COPU Desk, so it was not backed up. Please choose another file.</translation>
        </message>
        <message>
            <source>会恢复的会议</source>
            <translation>Meetings that come back</translation>
        </message>
        <message>
            <source>会回到备份时样子的会议</source>
            <translation>Meetings that become what they were in the backup</translation>
        </message>
        <message>
            <source>备份之后才有、恢复后就没有的会议</source>
            <translation>Meetings made since the backup, which will be gone</translation>
        </message>
        <message>
            <source>会恢复的人员</source>
            <translation>People who come back</translation>
        </message>
        <message>
            <source>会回到备份时样子的人员</source>
            <translation>People who become what they were in the backup</translation>
        </message>
        <message>
            <source>备份之后才有、恢复后就没有的人员</source>
            <translation>People added since the backup, who will be gone</translation>
        </message>
        <message>
            <source>备份里的会议和人员与现在一样。</source>
            <translation>The backup holds the same meetings and people as there are now.</translation>
        </message>
        <message>
            <source>正被另一个程序使用，刚才的改动还没有写进去。请关闭另一个窗口，会自动再试。</source>
            <translation> is in use by another program, and what was just changed is not written yet. Please close the other window; it is tried again by itself.</translation>
        </message>
        <message>
            <source>打不开，没有权限。请检查文件和文件夹的权限。</source>
            <translation> cannot be opened: it is not permitted. Please check the permissions of the file and its folder.</translation>
        </message>
        <message>
            <source>所在的磁盘满了，刚才的改动还没有写进去。请腾出空间，会自动再试；也可以另存到别处。</source>
            <translation> is on a disk that is full, and what was just changed is not written yet. Please free some space; it is tried again by itself. You can also save it elsewhere.</translation>
        </message>
        <message>
            <source>是只读的，刚才的改动没有写进去。请检查文件和文件夹的权限，或另存到别处。</source>
            <translation> can only be read, and what was just changed was not written. Please check the permissions of the file and its folder, or save it elsewhere.</translation>
        </message>
        <message>
            <source>所在的磁盘读写出错，刚才的改动没有写进去。请检查磁盘或网络连接，或另存到别处。</source>
            <translation> is on a disk with faults, and what was just changed was not written. Please check the disk or the network, or save it elsewhere.</translation>
        </message>
        <message>
            <source>损坏了。请不要再改动它，从备份恢复。</source>
            <translation> is damaged. Please do not change it any more; restore a backup.</translation>
        </message>
        <message>
            <source>不是 COPU Desk 的资料库，没有改动它。请换一个文件。</source>
            <translation> is no library of COPU Desk, so it was not changed. Please choose another file.</translation>
        </message>
        <message>
            <source>打不开。请检查文件夹是否存在、是否有权限。</source>
            <translation> cannot be opened. Please check whether the folder exists and whether you may use it.</translation>
        </message>
        <message>
            <source>资料库“{library}”{words}</source>
            <translation>The library "{library}"{words}</translation>
        </message>
        <message>
            <source>“{path}”是文件夹，不是资料库。请指定一个文件。</source>
            <translation>"{path}" is a folder, not a library. Please name a file.</translation>
        </message>
        <message>
            <source>资料库“{library}”来自更新版本的 COPU Desk，没有改动它。请先升级程序。</source>
            <translation>The library "{library}" comes from a newer COPU Desk, so it was not changed. Please update the program first.</translation>
        </message>
        <message>
            <source>资料库“{library}”的结构被别的程序改过，没有打开它。请从备份恢复，或换一个文件。</source>
            <translation>The structure of the library "{library}" was changed by another program; it was not opened. Restore it from a backup, or choose another file.</translation>
        </message>
        <message>
            <source>资料库“{library}”是旧版本的，要先在窗口里打开升级一次，才能只读打开。</source>
            <translation>The library "{library}" is of an earlier version: it has to be opened in the window once and brought up to date before it can be opened only to be read.</translation>
        </message>
        <message>
            <source>资料库“{library}”不见了（可能移动了文件，或拔掉了磁盘）。请把它放回原处或接回磁盘，或另存到别处。</source>
            <translation>The library "{library}" is gone (perhaps the file was moved, or a disk was unplugged). Please put it back or plug the disk in again, or save it elsewhere.</translation>
        </message>
        <message>
            <source>资料库“{library}”没能升级到这个版本（{why}），没有改动它。请用原来的版本打开，并把这句话告诉维护者。</source>
            <translation>The library "{library}" could not be brought up to this version ({why}), so it was not changed. Please open it with the earlier version, and tell the maintainers this sentence.</translation>
        </message>
        <message>
            <source>资料库“{library}”是只读打开的，不能修改。</source>
            <translation>The library "{library}" is open only to be read, so nothing can be changed.</translation>
        </message>
        <message>
            <source>资料库“{library}”正由{who}使用。要修改，请先关闭那个窗口；现在可以打开来看，不能修改。</source>
            <translation>The library "{library}" is in use by {who}. To change it, please close that window first; for now it can be opened to read, not to change.</translation>
        </message>
        <message>
            <source>资料库“{library}”所在的磁盘不能写入（{why}）。请检查文件夹的权限和磁盘，或另存到别处。</source>
            <translation>The library "{library}" is on a disk that cannot be written ({why}). Please check the disk and the permissions of the folder, or save it elsewhere.</translation>
        </message>
        <message>
            <source>{where}上的另一个窗口（{month}月{day}日 {since:%H:%M} 打开）</source>
            <translation>another window on {where} (opened {month}/{day} at {since:%H:%M})</translation>
        </message>
        <message>
            <source>另一个窗口</source>
            <translation>another window</translation>
        </message>
        <message>
            <source>资料库“{library}”打不开。请检查文件夹是否存在、是否有权限。</source>
            <translation>The library "{library}" cannot be opened. Please check whether the folder exists and whether you may use it.</translation>
        </message>
        <message>
            <source>资料库“{library}”所在的文件夹不能写入。请检查文件夹的权限和磁盘，或另存到别处。</source>
            <translation>The library "{library}" is in a folder that cannot be written. Please check the permissions of the folder and the disk, or save it elsewhere.</translation>
        </message>
        <message>
            <source>资料库“{library}”正被另一个程序使用，刚才的改动还没有写进去。请稍等，会自动再试。</source>
            <translation>The library "{library}" is in use by another program, and what was just changed is not written yet. Please wait; it is tried again by itself.</translation>
        </message>
        <message>
            <source>电脑“{host}”</source>
            <translation>the computer "{host}"</translation>
        </message>
        <message>
            <source>这台电脑</source>
            <translation>this computer</translation>
        </message>
        <message>
            <source>没有找到“{ref}”。请写会议的日期（2024-12-24）、编号，或标题中独有的几个字。</source>
            <translation>"{ref}" was not found. Please give the day of the meeting (2024-12-24), its number, or words that only its title has.</translation>
        </message>
        <message>
            <source>这次会议已经不在资料库里了。</source>
            <translation>This meeting is no longer in the library.</translation>
        </message>
        <message>
            <source>“{ref}”指的会议不止一次：{names}{more}。请用括号里的编号指明是哪一次。</source>
            <translation>"{ref}" means more than one meeting: {names}{more}. Please say which by the number in parentheses.</translation>
        </message>
        <message>
            <source> 等</source>
            <translation> and others</translation>
        </message>
        <message>
            <source>这个原件已经彻底删除，资料库里没有它的内容了。</source>
            <translation>This original was deleted for good; the library no longer holds it.</translation>
        </message>
        <message>
            <source>资料库在会自动同步的文件夹里，可能被同步软件弄坏。请移到本机的文件夹，只把备份放在同步文件夹里。</source>
            <translation>The library is in a folder that is synchronised, which may damage it. Please move it to a folder of this computer alone, and put only backups into the synchronised one.</translation>
        </message>
        <message>
            <source>资料库在网络上的文件夹里，断网时可能写不进去。请移到本机的文件夹，只把备份放在网络上。</source>
            <translation>The library is in a folder on the network and may not be written when the network is gone. Please move it to a folder of this computer, and put only backups on the network.</translation>
        </message>
        <message>
            <source>资料库里有一条记录损坏了，读不出来。请从备份恢复。</source>
            <translation>A record of the library is damaged and cannot be read. Please restore a backup.</translation>
        </message>
        <message>
            <source>“{name}”已经不在回收站里了。</source>
            <translation>"{name}" is no longer in the trash.</translation>
        </message>
        <message>
            <source>查找的索引与会议对不上，可以重建索引。</source>
            <translation>The index of the search does not agree with the meetings; it can be rebuilt.</translation>
        </message>
        <message>
            <source>{day} 的会议（{meeting}）</source>
            <translation>The meeting of {day} ({meeting})</translation>
        </message>
        <message>
            <source>的连接记录次序有重复或空缺。</source>
            <translation>: the order of its connections has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>的原件次序有重复或空缺。</source>
            <translation>: the order of its originals has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>正在检查图片、原件和版本…</source>
            <translation>Checking pictures, originals and versions…</translation>
        </message>
        <message>
            <source>（无题）</source>
            <translation>(untitled)</translation>
        </message>
        <message>
            <source>会议日期取自“{words}”，请核对。</source>
            <translation>The day of the meeting was taken from "{words}"; please check it.</translation>
        </message>
        <message>
            <source>{series}（{since} 起）</source>
            <translation>{series} (since {since})</translation>
        </message>
        <message>
            <source>{series}（{since} 至 {until}）</source>
            <translation>{series} ({since} to {until})</translation>
        </message>
        <message>
            <source>正文</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>引用</source>
            <translation>Quote</translation>
        </message>
        <message>
            <source>题注</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>列表项目符号</source>
            <translation>List Bullet</translation>
        </message>
        <message>
            <source>列表编号</source>
            <translation>List Number</translation>
        </message>
        <message>
            <source>超链接</source>
            <translation>Hyperlink</translation>
        </message>
        <message>
            <source>页脚</source>
            <translation>Footer</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>正在检查文件…</source>
            <translation>Checking the file…</translation>
        </message>
        <message>
            <source>正在统计考勤…</source>
            <translation>Counting attendance…</translation>
        </message>
        <message>
            <source>还有 {number} 人没有点名：{names}。</source>
            <translation>Not called yet ({number}): {names}.</translation>
        </message>
        <message>
            <source>考勤表（{since}—{until}）</source>
            <translation>Attendance ({since} to {until})</translation>
        </message>
        <message>
            <source>加删除线</source>
            <translation>Struck through</translation>
        </message>
        <message>
            <source>正在读到会情况…</source>
            <translation>Reading who came…</translation>
        </message>
        <message>
            <source>“{file}”没有留存原件：一次会议的原件加起来不能超过 {most} MB。</source>
            <translation>The original "{file}" was not kept: the originals of one meeting cannot be more than {most} MB together.</translation>
        </message>
        <message>
            <source>“{name}”所属的会议也在回收站里。请先恢复那次会议。</source>
            <translation>The meeting of "{name}" is in the trash, too. Please restore that meeting first.</translation>
        </message>
        <message>
            <source>{what}（{number}）：{names}{more}</source>
            <translation>{what} ({number}): {names}{more}</translation>
        </message>
        <message>
            <source>（无名）</source>
            <translation>(no name)</translation>
        </message>
        <message>
            <source>附文“{essay}”</source>
            <translation>the essay "{essay}"</translation>
        </message>
        <message>
            <source>原件“{file}”</source>
            <translation>the original "{file}"</translation>
        </message>
        <message>
            <source>{what}所属的会议（{day}）已经定稿，没有恢复它。请先打开那次会议，按“修改…”说明原因。</source>
            <translation>The minutes of the meeting ({day}) that {what} belongs to are final, so it was not restored. Please open that meeting first and press "Change…" to give a reason.</translation>
        </message>
        <message>
            <source>的参会人次序有重复或空缺。</source>
            <translation>: the order of its attendees has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>的议程次序有重复或空缺。</source>
            <translation>: the order of its agenda has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>的待办次序有重复或空缺。</source>
            <translation>: the order of its actions has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>的附文次序有重复或空缺。</source>
            <translation>: the order of its essays has gaps or repeats itself.</translation>
        </message>
        <message>
            <source>正在检查索引…</source>
            <translation>Checking the index…</translation>
        </message>
        <message>
            <source>表 {table} 里有一行指向 {parent} 中没有的记录。</source>
            <translation>A row of the table {table} points to a record that {parent} does not have.</translation>
        </message>
        <message>
            <source>正在检查会议…</source>
            <translation>Checking the meetings…</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>The person</translation>
        </message>
        <message>
            <source>系列</source>
            <translation>The series</translation>
        </message>
        <message>
            <source>{called}的系列已经没有了。</source>
            <translation>{called}: its series is gone.</translation>
        </message>
        <message>
            <source>{called}里的图片 {name} 找不到了。</source>
            <translation>{called}: the picture {name} is missing.</translation>
        </message>
        <message>
            <source>{called}的原件“{name}”找不到了。</source>
            <translation>{called}: the original "{name}" is missing.</translation>
        </message>
        <message>
            <source>{called}有待办或附文所属的议程已经没有了。</source>
            <translation>{called}: an action or essay belongs to an agenda item that is gone.</translation>
        </message>
        <message>
            <source>会议的一个旧版本（{version}）损坏了。</source>
            <translation>An earlier version of a meeting ({version}) is damaged.</translation>
        </message>
        <message>
            <source>文件：{words}</source>
            <translation>File: {words}</translation>
        </message>
        <message>
            <source>图片 {name} 的内容变了。</source>
            <translation>The picture {name} has changed.</translation>
        </message>
        <message>
            <source>会议 {meeting} 读不出来。</source>
            <translation>The meeting {meeting} cannot be read.</translation>
        </message>
        <message>
            <source>{called}有决议不属于任何议程。</source>
            <translation>{called}: a decision belongs to no agenda item.</translation>
        </message>
        <message>
            <source>原件 {original} 的内容变了。</source>
            <translation>The original {original} has changed.</translation>
        </message>
        <message>
            <source>原件 {original} 不属于任何会议。</source>
            <translation>The original {original} belongs to no meeting.</translation>
        </message>
        <message>
            <source>问题很多，没有全部列出。</source>
            <translation>There are many problems; not all are listed.</translation>
        </message>
        <message>
            <source>会议的一个旧版本（编号 {identity}）读不出来。</source>
            <translation>An earlier version of a meeting (number {identity}) cannot be read.</translation>
        </message>
        <message>
            <source>{what}“{name}”读不出来。</source>
            <translation>{what} "{name}" cannot be read.</translation>
        </message>
        <message>
            <source>回收站里的“{name}”读不出来。</source>
            <translation>"{name}" in the trash cannot be read.</translation>
        </message>
        <message>
            <source>{called}有一段正文与查找用的文字不一样。</source>
            <translation>{called}: a text differs from what the search knows of it.</translation>
        </message>
        <message>
            <source>这个版本已经不在资料库里了。</source>
            <translation>This version is no longer in the library.</translation>
        </message>
        <message>
            <source>这个版本损坏了，读不出来。请换一个版本，或从备份恢复。</source>
            <translation>This version is damaged and cannot be read. Please choose another version, or restore a backup.</translation>
        </message>
        <message>
            <source>它展开后太大，不像会议资料，没有打开。请用 {program} 或 WPS 打开看看，把需要的部分另存成一个小一些的文件。</source>
            <translation>Unpacked it is too large to be papers of a meeting, so it was not opened. Please look at it in {program} or WPS, and save what is needed as a smaller file.</translation>
        </message>
        <message>
            <source>它已经损坏，打不开。请用 {program} 或 WPS 打开后另存一份，再导入。</source>
            <translation>It is damaged and cannot be opened. Please open it in {program} or WPS, save a copy and import that.</translation>
        </message>
        <message>
            <source>它加了密码。请先在 {program} 或 WPS 里打开，去掉密码后另存一份，再导入。</source>
            <translation>It has a password. Please open it in {program} or WPS, save a copy without the password and import that.</translation>
        </message>
        <message>
            <source>它里面没有文字，也没有图片。请选一个有内容的文件。</source>
            <translation>It has neither text nor pictures. Please choose a file that holds something.</translation>
        </message>
        <message>
            <source>注 {number}</source>
            <translation>note {number}</translation>
        </message>
        <message>
            <source>它的结构套得太深，打不开。请用 Word 或 WPS 打开后另存一份，再导入。</source>
            <translation>Its parts are nested too deep to be opened. Please open it in Word or WPS, save a copy and import that.</translation>
        </message>
        <message>
            <source>页眉没有带进来</source>
            <translation>The header was left out</translation>
        </message>
        <message>
            <source>页脚没有带进来</source>
            <translation>The footer was left out</translation>
        </message>
        <message>
            <source>批注没有带进来</source>
            <translation>Comments were left out</translation>
        </message>
        <message>
            <source>表 {number}</source>
            <translation>table {number}</translation>
        </message>
        <message>
            <source>第 {number} 段</source>
            <translation>paragraph {number}</translation>
        </message>
        <message>
            <source>表格里的图片放在了表格后面</source>
            <translation>Pictures in a table were put behind it</translation>
        </message>
        <message>
            <source>文本框的文字放在了它所在段落的后面</source>
            <translation>The text of a text box was put behind its paragraph</translation>
        </message>
        <message>
            <source>修订中删去的表格行没有带进来</source>
            <translation>Rows deleted in a revision were left out</translation>
        </message>
        <message>
            <source>合并的单元格拆开了</source>
            <translation>Merged cells were split</translation>
        </message>
        <message>
            <source>修订中删去的文字没有带进来</source>
            <translation>Text deleted in a revision was left out</translation>
        </message>
        <message>
            <source>嵌入的另一个文件没有带进来</source>
            <translation>An embedded file was left out</translation>
        </message>
        <message>
            <source>图示（SmartArt）只留下了文字</source>
            <translation>Of a diagram (SmartArt) only the text was kept</translation>
        </message>
        <message>
            <source>图片缺失，没有带进来</source>
            <translation>A picture is missing and was left out</translation>
        </message>
        <message>
            <source>图片只是一个链接，没有下载</source>
            <translation>A picture is only a link and was not fetched</translation>
        </message>
        <message>
            <source>{kind} 图片不能显示，没有带进来</source>
            <translation>A {kind} picture cannot be shown and was left out</translation>
        </message>
        <message>
            <source>图形没有带进来</source>
            <translation>A drawing was left out</translation>
        </message>
        <message>
            <source>图片损坏，没有带进来</source>
            <translation>A picture is damaged and was left out</translation>
        </message>
        <message>
            <source>图表没有带进来</source>
            <translation>A chart was left out</translation>
        </message>
        <message>
            <source>{place}（{sign}）</source>
            <translation>{place} ({sign})</translation>
        </message>
        <message>
            <source>隐藏的文字没有带进来</source>
            <translation>Hidden text was left out</translation>
        </message>
        <message>
            <source>删除线没有带进来，文字还在，请核对</source>
            <translation>Strikethrough was not brought in, the text is still there; please check</translation>
        </message>
        <message>
            <source>嵌入的对象只留下了图片</source>
            <translation>Of an embedded object only the picture was kept</translation>
        </message>
        <message>
            <source>特殊符号换成了 □，请核对</source>
            <translation>A symbol became □; please check</translation>
        </message>
        <message>
            <source>公式写成了一行文字，请核对</source>
            <translation>A formula became a line of text; please check</translation>
        </message>
        <message>
            <source>它不是 Word 文档（里面没有正文）。请用 Word 或 WPS 打开后另存为 .docx，再导入。</source>
            <translation>It is no Word document (there is no text in it). Please open it in Word or WPS, save it as .docx and import that.</translation>
        </message>
        <message>
            <source>它的结构套得太深，打不开。请用 Word 或 WPS 打开后另存一份，再带回。</source>
            <translation>Its parts are nested too deep to be opened. Please open it in Word or WPS, save a copy and bring that back.</translation>
        </message>
        <message>
            <source>它不是表格文件。请选 .xlsx 或 .csv 文件。</source>
            <translation>It is no table. Please choose an .xlsx or .csv file.</translation>
        </message>
        <message>
            <source>它大于 {largest} MB，太大了。请只留下要用的工作表，再导入。</source>
            <translation>It is larger than {largest} MB, which is too large. Please keep only the sheet that is needed and import that.</translation>
        </message>
        <message>
            <source>它是空的。请选一个有内容的文件。</source>
            <translation>It is empty. Please choose a file that holds something.</translation>
        </message>
        <message>
            <source>它是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。</source>
            <translation>It is a file of an old Excel (.xls). Please open it in Excel or WPS, save it as .xlsx and import that.</translation>
        </message>
        <message>
            <source>它不是用逗号或制表符分隔的表格，读不出来。请在 Excel 或 WPS 里另存为 .xlsx 再导入。</source>
            <translation>It is no table with commas or tabs between the values and cannot be read. Please save it as .xlsx in Excel or WPS and import that.</translation>
        </message>
        <message>
            <source>它超过 {most} 万行，太大了。请只留下这次会议的行，再导入。</source>
            <translation>It has more than {most}0,000 rows, which is too large. Please keep only the rows of this meeting and import that.</translation>
        </message>
        <message>
            <source>它是网页或 XML 文件，里面没有表格。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。</source>
            <translation>It is a web page or an XML file without a table. Please open it in Excel or WPS, save it as .xlsx and import that.</translation>
        </message>
        <message>
            <source>它超过 {most} 万格，太大了。请只留下这次会议的行，再导入。</source>
            <translation>It has more than {most}0,000 cells, which is too large. Please keep only the rows of this meeting and import that.</translation>
        </message>
        <message>
            <source>它不是 Excel 工作簿。请在 Excel 或 WPS 里打开，另存为 .xlsx 再导入。</source>
            <translation>It is no Excel workbook. Please open it in Excel or WPS, save it as .xlsx and import that.</translation>
        </message>
        <message>
            <source>它里面没有文字。请选一个有内容的文件。</source>
            <translation>There is no text in it. Please choose a file that holds something.</translation>
        </message>
        <message>
            <source>视频、音频没有带进来</source>
            <translation>Video and sound were left out</translation>
        </message>
        <message>
            <source>嵌入的网页没有带进来</source>
            <translation>Embedded pages were left out</translation>
        </message>
        <message>
            <source>矢量图没有带进来</source>
            <translation>Vector drawings were left out</translation>
        </message>
        <message>
            <source>公式没有带进来，请核对</source>
            <translation>Formulas were left out; please check</translation>
        </message>
        <message>
            <source>表单里填的内容没有带进来</source>
            <translation>What was filled into forms was left out</translation>
        </message>
        <message>
            <source>图片没有带进来，请另外插入</source>
            <translation>A picture was left out; please insert it</translation>
        </message>
        <message>
            <source>图片只带来了链接</source>
            <translation>Of a picture only the link was kept</translation>
        </message>
        <message>
            <source>旧的 .doc、.wps、.rtf 格式要靠 LibreOffice 转换，而这台电脑上没有安装它。请用 Word 或 WPS 打开后另存为 .docx，再导入。</source>
            <translation>The old formats .doc, .wps and .rtf are converted by LibreOffice, which is not installed on this computer. Please open the file in Word or WPS, save it as .docx and import that.</translation>
        </message>
        <message>
            <source>LibreOffice 没能转换它，它可能损坏或加了密码。请用 Word 或 WPS 打开后另存为 .docx，再导入。</source>
            <translation>LibreOffice could not convert it; it may be damaged or have a password. Please open it in Word or WPS, save it as .docx and import that.</translation>
        </message>
        <message>
            <source>它是空的。请选一个有文字的文件。</source>
            <translation>It is empty. Please choose a file with text.</translation>
        </message>
        <message>
            <source>它的 Markdown 标记太多或套得太深，按纯文本带入</source>
            <translation>Its Markdown has too many marks or is nested too deep; it came in as plain text</translation>
        </message>
        <message>
            <source>HTML 标记没有带进来，文字保留了</source>
            <translation>HTML tags were left out, their text was kept</translation>
        </message>
        <message>
            <source>代码按普通段落带入</source>
            <translation>Code came in as a common paragraph</translation>
        </message>
        <message>
            <source>文件头的这些内容没有放进正文</source>
            <translation>These facts from the head of the file were not put into the text</translation>
        </message>
        <message>
            <source>链接没有带进来</source>
            <translation>A link was left out</translation>
        </message>
        <message>
            <source>文本文件大于 {largest} MB，不像会议纪要。请把它分成几个文件。</source>
            <translation>The text is larger than {largest} MB, which is not like minutes. Please divide it into several files.</translation>
        </message>
        <message>
            <source>等</source>
            <translation> and others</translation>
        </message>
        <message numerus="yes">
            <source>（{count} 处）</source>
            <translation>
                <numerusform> ({count} time)</numerusform>
                <numerusform> ({count} times)</numerusform>
            </translation>
        </message>
        <message>
            <source>：{places}{more}</source>
            <translation>: {places}{more}</translation>
        </message>
        <message>
            <source>写的是{said}，而{day}是{weekday}，请核对。</source>
            <translation>It says {said}, but {day} is a {weekday}; please check.</translation>
        </message>
        <message>
            <source>会议日期取{day}，但“{words}”写着另一天，请核对。</source>
            <translation>{day} was taken as the day of the meeting, but "{words}" says another one; please check.</translation>
        </message>
        <message>
            <source>没有认出考勤台账。台账应当是一张表：人员在左边一列、日期在上面一行（或反过来），交叉处是 √、线上、请假、缺席这样的标记。</source>
            <translation>No attendance ledger was recognised. A ledger is a table with people in a column on the left and days in a row above (or the other way round), and marks such as √, online, excused or absent where they cross.</translation>
        </message>
        <message>
            <source>台账里的日期没有写年份。请指明是哪一年，再导入。</source>
            <translation>The days in the ledger have no year. Please say which year it is and import it again.</translation>
        </message>
        <message>
            <source>它有 {most_lines:,} 多行，一次读不了。请把它分成几个文件。</source>
            <translation>It has more than {most_lines:,} lines, too many to read at once. Please divide it into several files.</translation>
        </message>
        <message>
            <source>没有找到会议日期。请在开头或文件名里写上日期（如 2024-12-24），或在导入时给出日期（命令行用 --date）。</source>
            <translation>The day of the meeting was not found. Please write it at the beginning or into the file's name (such as 2024-12-24), or give it when importing (--date on the command line).</translation>
        </message>
        <message numerus="yes">
            <source>有 {count} 行没有全部读懂，原文留在了文末，请核对。</source>
            <translation>
                <numerusform>{count} line was not understood in full and was kept at the end of the text; please check.</numerusform>
                <numerusform>{count} lines were not understood in full and were kept at the end of the text; please check.</numerusform>
            </translation>
        </message>
        <message>
            <source>没有找到参会人员名单。</source>
            <translation>No list of attendees was found.</translation>
        </message>
        <message>
            <source>日期取自文件名。</source>
            <translation>The day was taken from the file's name.</translation>
        </message>
        <message>
            <source>没有找到会议日期，请填上。</source>
            <translation>The day of the meeting was not found; please fill it in.</translation>
        </message>
        <message>
            <source>名单里这些不像人名，请核对：{odd}。</source>
            <translation>These in the list do not look like names; please check: {odd}.</translation>
        </message>
        <message numerus="yes">
            <source>名单里还写着“{listed}”，读出 {count} 人，请核对。</source>
            <translation>
                <numerusform>The list also says "{listed}"; {count} person was recognised; please check.</numerusform>
                <numerusform>The list also says "{listed}"; {count} people were recognised; please check.</numerusform>
            </translation>
        </message>
        <message>
            <source>没有认出议程，正文原样放在开头。</source>
            <translation>No agenda was recognised; the text stands at the beginning as it was.</translation>
        </message>
        <message>
            <source>会议在线上举行，名单没有写明谁在现场，全部按线上登记。</source>
            <translation>The meeting was held online and the list does not say who was on site; everybody is recorded as online.</translation>
        </message>
        <message>
            <source>会议日期按{day}登记，正文没有写明年份，请核对。</source>
            <translation>{day} is recorded as the day of the meeting; the text does not say the year; please check.</translation>
        </message>
        <message>
            <source>会议日期取{day}，开头却写着{said}，请核对。</source>
            <translation>{day} was taken as the day of the meeting, but the beginning says {said}; please check.</translation>
        </message>
        <message>
            <source>正文没有写会议日期，按给出的{day}登记。</source>
            <translation>The text does not say the day of the meeting; {day} is recorded as given.</translation>
        </message>
        <message>
            <source>名单没有写明现场还是线上，全部按现场登记。</source>
            <translation>The list does not say who was online; everybody is recorded as on site.</translation>
        </message>
        <message>
            <source>文件名写着{named}，正文的会议日期是{day}，请核对。</source>
            <translation>The file's name says {named}, the text says {day}; please check.</translation>
        </message>
        <message>
            <source>正文没有写会议日期，按发文日期{day}登记，请核对。</source>
            <translation>The text tells no day of the meeting; it is entered for {day}, the day on which the minutes were issued. Please check.</translation>
        </message>
        <message>
            <source>没有认出哪一列是姓名、哪一列是入会时间。请在“导入会议平台名单”里指明各列，以后就认得了。</source>
            <translation>It is not clear which column holds the names and which one the times of joining. Please say so in "Import attendance report"; then it is known from now on.</translation>
        </message>
        <message>
            <source>它有 {most} 万行以上，不像一次会议的名单。请只留下这次会议的行，再导入。</source>
            <translation>It has more than {most}0,000 rows, which is not like the report of one meeting. Please keep only the rows of this meeting and import that.</translation>
        </message>
        <message>
            <source>这份名单里一个人也没有。请换一份，或检查是不是导出了别的会议。</source>
            <translation>There is nobody in this report. Please choose another one, or check whether another meeting was exported.</translation>
        </message>
        <message>
            <source>这份数据不完整或被改动过，读不出来。请重新导出一份。</source>
            <translation>These data are incomplete or were changed and cannot be read. Please export them once more.</translation>
        </message>
        <message>
            <source>没有找到“姓名”这一列。请在第一行写上列名：姓名、单位、职务、身份、别名、拼音、备注、所属系列。</source>
            <translation>There is no column "Name". Please write the names of the columns into the first row: Name, Organization, Title, Capacity, Aliases, Pinyin, Note, Series.</translation>
        </message>
        <message numerus="yes">
            <source>第 {row} 行：名册里有 {count} 位“{name}”，没有写清单位，分不清，没有取。</source>
            <translation>
                <numerusform>Row {row}: the roster has {count} person called "{name}", and the row does not say of which organization; it was left out.</numerusform>
                <numerusform>Row {row}: the roster has {count} people called "{name}", and the row does not say of which organization; it was left out.</numerusform>
            </translation>
        </message>
        <message>
            <source>第 {row} 行“{name}”与第 {first} 行重复，没有取。</source>
            <translation>Row {row}, "{name}", repeats row {first}; it was left out.</translation>
        </message>
        <message>
            <source>已有一位“{name}”（{organization}），单位不同，作为另一位新增。如果是同一人，可以随后合并。</source>
            <translation>There is a "{name}" of another organization ({organization}); this one is added as another person. If they are the same, you can merge them afterwards.</translation>
        </message>
        <message>
            <source>第 {number} 行“{name}”的身份“{capacity}”没有认出，应是出席、列席或嘉宾。</source>
            <translation>Row {number}, "{name}": the capacity "{capacity}" was not recognised; it should be member, observer or guest.</translation>
        </message>
        <message>
            <source>第 {number} 行没有姓名，没有取。</source>
            <translation>Row {number} has no name; it was left out.</translation>
        </message>
        <message>
            <source>密级</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>纪要标志</source>
            <translation>Mark of the minutes</translation>
        </message>
        <message>
            <source>期号与日期</source>
            <translation>Issue and date</translation>
        </message>
        <message>
            <source>红线</source>
            <translation>Red rule</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>时间和地点</source>
            <translation>Time and place</translation>
        </message>
        <message>
            <source>会议信息表</source>
            <translation>Table of facts</translation>
        </message>
        <message>
            <source>开头</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>议程之前的文字</source>
            <translation>Text after the opening</translation>
        </message>
        <message>
            <source>待办事项表</source>
            <translation>Table of actions</translation>
        </message>
        <message>
            <source>结束语</source>
            <translation>Closing</translation>
        </message>
        <message>
            <source>附件说明</source>
            <translation>Note of annexes</translation>
        </message>
        <message>
            <source>参会名单</source>
            <translation>List of attendees</translation>
        </message>
        <message>
            <source>参会人员表</source>
            <translation>Table of attendees</translation>
        </message>
        <message>
            <source>缺席名单</source>
            <translation>Who was absent</translation>
        </message>
        <message>
            <source>未到名单</source>
            <translation>Who was not marked</translation>
        </message>
        <message>
            <source>记录人</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>名单之后的文字</source>
            <translation>Last text</translation>
        </message>
        <message>
            <source>附件</source>
            <translation>Annexes</translation>
        </message>
        <message>
            <source>版记</source>
            <translation>Imprint</translation>
        </message>
        <message>
            <source>没有名为“{name}”的版式。可以用：{listed}。</source>
            <translation>There is no style "{name}". There are: {listed}.</translation>
        </message>
        <message>
            <source>第 {row} 行第 {column} 个字附近写得不对</source>
            <translation>something is wrong near character {column} of line {row}</translation>
        </message>
        <message>
            <source>标题 {level}</source>
            <translation>Heading {level}</translation>
        </message>
        <message>
            <source>版式“{name}”缺少它的 Word 模板 {template}。请补上，或换用别的版式。</source>
            <translation>The style "{name}" lacks its Word template {template}. Please put it there, or choose another style.</translation>
        </message>
        <message>
            <source>版式文件 {file} {complaint}</source>
            <translation>The style file {file}: {complaint}</translation>
        </message>
        <message>
            <source>文件没有写完</source>
            <translation>the file breaks off</translation>
        </message>
        <message>
            <source>版式文件 {file} 读不懂（{why}）。请改正，或换用别的版式。</source>
            <translation>The style file {file} is not understood ({why}). Please correct it, or choose another style.</translation>
        </message>
        <message>
            <source>里有不认识的“{key}”。请删去或改正。</source>
            <translation>"{key}" is not known. Please delete or correct it.</translation>
        </message>
        <message>
            <source>里缺少“{key}”。请补上。</source>
            <translation>"{key}" is missing. Please add it.</translation>
        </message>
        <message>
            <source>里的“{key}”要写成一节。</source>
            <translation>"{key}" has to be a section.</translation>
        </message>
        <message>
            <source>里的“{key}”要写成方括号里的一列。</source>
            <translation>"{key}" has to be a list in square brackets.</translation>
        </message>
        <message>
            <source>的“{key}”里有不认识的部分“{part}”。请改正。</source>
            <translation>"{key}" names a part that is not known, "{part}". Please correct it.</translation>
        </message>
        <message>
            <source>里的“{key}”写得不对：要写{what}。</source>
            <translation>"{key}" is wrong: it has to be {what}.</translation>
        </message>
        <message>
            <source>的“{key}”里不能填“{{{one}}}”。请改正。</source>
            <translation>"{{{one}}}" cannot stand in "{key}". Please correct it.</translation>
        </message>
        <message>
            <source>true 或 false</source>
            <translation>true or false</translation>
        </message>
        <message>
            <source>成引号里的文字</source>
            <translation>a text in quotation marks</translation>
        </message>
        <message>
            <source>版式“{style}”的 Word 模板缺少{what}。请用 Word 在模板里补上，或换用别的版式。</source>
            <translation>The Word template of the style "{style}" lacks {what}. Please add that to the template in Word, or choose another style.</translation>
        </message>
        <message>
            <source>样式“{name}”的编号</source>
            <translation>the numbering of the paragraph style "{name}"</translation>
        </message>
        <message>
            <source>版式“{style}”的 Word 模板打不开。请修好 {template}，或换用别的版式。</source>
            <translation>The Word template of the style "{style}" cannot be opened. Please repair {template}, or choose another style.</translation>
        </message>
        <message>
            <source>页面设置</source>
            <translation>the page setup</translation>
        </message>
        <message>
            <source>纸张大小</source>
            <translation>the size of the paper</translation>
        </message>
        <message>
            <source>样式“{name}”</source>
            <translation>the paragraph style "{name}"</translation>
        </message>
        <message>
            <source>图表</source>
            <translation>charts</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>pictures</translation>
        </message>
        <message>
            <source>数据透视表</source>
            <translation>pivot tables</translation>
        </message>
        <message>
            <source>切片器</source>
            <translation>slicers</translation>
        </message>
        <message>
            <source>台账用了 Excel 的“表格”（套用表格格式），不能在里面加一次会议。请在 Excel 里把它转换为区域，再试一次。</source>
            <translation>The ledger is a "table" of Excel, into which no meeting can be put. Please convert it to a range in Excel and try again.</translation>
        </message>
        <message>
            <source>台账里的{lost}没有带到新文件里，原来的文件还留着。</source>
            <translation>Not carried over into the new file: {lost}. The old file still has them.</translation>
        </message>
        <message>
            <source>这份纪要没有排成页面。请改用导出 Word，并把这份纪要发给维护者。</source>
            <translation>These minutes could not be set as pages. Please export Word instead, and send the minutes to the maintainers.</translation>
        </message>
        <message>
            <source>正在压缩成文件…</source>
            <translation>Packing the file…</translation>
        </message>
        <message>
            <source>正在写“{sheet}”…</source>
            <translation>Writing "{sheet}"…</translation>
        </message>
        <message>
            <source>{}：{}</source>
            <translation>{}: {}</translation>
        </message>
        <message>
            <source>（{}）</source>
            <translation> ({})</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>trash_dialog</name>
        <message>
            <source>恢复附文</source>
            <translation>Restore essay</translation>
        </message>
        <message>
            <source>恢复原件</source>
            <translation>Restore original</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>出席</source>
            <translation>Member</translation>
        </message>
        <message>
            <source>列席</source>
            <translation>Observer</translation>
        </message>
        <message>
            <source>嘉宾</source>
            <translation>Guest</translation>
        </message>
        <message>
            <source>未到</source>
            <translation>Not marked</translation>
        </message>
        <message>
            <source>现场</source>
            <translation>On site</translation>
        </message>
        <message>
            <source>线上</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>请假</source>
            <translation>Excused</translation>
        </message>
        <message>
            <source>缺席</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>定稿</source>
            <translation>Final</translation>
        </message>
        <message>
            <source>报告</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>讨论</source>
            <translation>Discussion</translation>
        </message>
        <message>
            <source>审议</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>通报</source>
            <translation>Briefing</translation>
        </message>
        <message>
            <source>文章</source>
            <translation>Article</translation>
        </message>
        <message>
            <source>访谈</source>
            <translation>Interview</translation>
        </message>
        <message>
            <source>通报材料</source>
            <translation>Bulletin</translation>
        </message>
        <message>
            <source>未完成</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>已完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>不再办理</source>
            <translation>Dropped</translation>
        </message>
        <message>
            <source>转下次</source>
            <translation>Carried on</translation>
        </message>
        <message>
            <source>纪要</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>纪要合集</source>
            <translation>Several minutes</translation>
        </message>
        <message>
            <source>考勤台账</source>
            <translation>Attendance ledger</translation>
        </message>
        <message>
            <source>修改稿</source>
            <translation>Corrected copy</translation>
        </message>
        <message>
            <source>周一</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>周二</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>周三</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>周四</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>周五</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>周六</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>周日</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organization</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>别名</source>
            <translation>Aliases</translation>
        </message>
        <message>
            <source>拼音</source>
            <translation>Pinyin</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>所属系列</source>
            <translation>Belongs to series</translation>
        </message>
        <message>
            <source>未登记</source>
            <translation>Not recorded</translation>
        </message>
        <message>
            <source>COPU 例会纪要</source>
            <translation>COPU minutes</translation>
        </message>
        <message>
            <source>公文纪要（GB/T 9704—2012）</source>
            <translation>Official minutes (GB/T 9704—2012)</translation>
        </message>
        <message>
            <source>简洁商务纪要</source>
            <translation>Plain business minutes</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>概况</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>参会</source>
            <translation>Attendees</translation>
        </message>
        <message>
            <source>议程</source>
            <translation>Agenda</translation>
        </message>
        <message>
            <source>附文</source>
            <translation>Essays</translation>
        </message>
        <message>
            <source>平台名单</source>
            <translation>Attendance report</translation>
        </message>
        <message>
            <source>待办</source>
            <translation>Actions</translation>
        </message>
    </context>
</TS>
